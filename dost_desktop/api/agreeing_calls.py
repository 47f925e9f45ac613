"""What a desk asks to agree with the central API beside its clicks: file heads, looks, catalogues."""

from __future__ import annotations

from typing import Final
from uuid import UUID

from dost_desktop.api import routes
from dost_desktop.api.calls import Calls
from dost_desktop.api.transport import Patience, Received, Request, read_message
from dost_desktop.contract.catalogues import CatalogueContent, Catalogues
from dost_desktop.contract.heads import CompareHeads, HeadsCompared
from dost_desktop.contract.looks import Looks, LooksTaken
from dost_desktop.contract.messages import FeedItem
from dost_desktop.sync.needs import CataloguesHeard, Declined

_HEAVY: Final = Patience(read=30.0, whole=120.0)


class AgreeingCalls(Calls):
    """Asked by the desk itself; safe to repeat at any point."""

    def compare_heads(self, heads: CompareHeads) -> HeadsCompared | Declined:
        """What differs between these files here and there."""
        return self._read(
            HeadsCompared, self._desk.send(Request("POST", routes.HEADS, heads, patience=_HEAVY))
        )

    def file_of_centre(self, file_id: UUID) -> FeedItem | Declined:
        """One file of the own centre from its beginning."""
        request = Request("GET", f"{routes.FEED}/{file_id}", patience=_HEAVY)
        return self._read(FeedItem, self._desk.send(request))

    def send_looks(self, looks: Looks) -> LooksTaken | Declined:
        """Who looked at whose data at this desk; each is noted once, however often it is told."""
        return self._read(LooksTaken, self._desk.send(Request("POST", routes.LOOKS, looks)))

    def catalogues(self, known_tag: str) -> CataloguesHeard | Declined:
        """Which catalogues there are; nothing but the tag when that is what ``known_tag`` told."""
        answer = self._desk.send(Request("GET", routes.CATALOGUES, known_tag=known_tag))
        if not isinstance(answer, Received):
            return answer
        if answer.is_unchanged:
            return CataloguesHeard(known_tag, None)
        listed = read_message(Catalogues, answer)
        return CataloguesHeard(answer.tag, listed) if isinstance(listed, Catalogues) else listed

    def catalogue(self, version: str) -> CatalogueContent | Declined:
        """One catalogue whole."""
        request = Request("GET", f"{routes.CATALOGUES}/{version}", patience=_HEAVY)
        return self._read(CatalogueContent, self._desk.send(request))
