"""What the server vouches for with its signature: receipts, attested answers, number leases."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache
from typing import Any, Final
from uuid import UUID

from central_api.deployment import Deployment
from central_api.keys import PublishedKeys
from dost_desktop.contract.seals import SigningKey, is_sealed
from dost_desktop.contract.translation import sealed_json
from dost_desktop.domain.attestation import Attestation, NumberLease, Receipt
from dost_desktop.domain.events import CENTRAL_AGENT, CENTRAL_DESK, Actor, Head

_RECEIPTS: Final = 8192  # kept: one is asked for when it is new, by each desk of the centre


class ServerSeals:
    """Seals with the current key and knows the former ones."""

    def __init__(self, key: SigningKey, published: PublishedKeys, deployment: Deployment) -> None:
        self.key, self.published, self.deployment = key, published, deployment
        self._receipt = lru_cache(maxsize=_RECEIPTS)(self._sealed_receipt)

    @property
    def public_keys(self) -> dict[str, str]:
        """All that ever signed for this deployment, by name."""
        return self.published.known

    def receipt(self, file_id: UUID, head: Head, received_at: datetime, epoch: str) -> dict[str, Any]:
        """The receipt for a file up to ``head``, of the epoch in which the database was when it was read or written."""
        return self._receipt(file_id, head, received_at, epoch)

    def attested(self, attestation: Attestation) -> Attestation:
        """A register's answer under the server's seal."""
        return self.key.seal(attestation)

    def lease(self, lease: NumberLease) -> dict[str, Any]:
        """A block of numbers under the server's seal."""
        return sealed_json(self.key.seal(lease))

    def is_ours(self, record: Attestation | Receipt) -> bool:
        """Whether a key of this deployment sealed it."""
        return is_sealed(record, self.published.with_key(record.key))

    def _sealed_receipt(self, file_id: UUID, head: Head, received_at: datetime, epoch: str) -> dict[str, Any]:
        record = Receipt(file_id, head.seq, head.hash, received_at, epoch, key="")
        return sealed_json(self.key.seal(record))

    def central_actor(self) -> Actor:
        """The hand that records what the central systems say."""
        return Actor(CENTRAL_AGENT, CENTRAL_DESK, self.key.sign)
