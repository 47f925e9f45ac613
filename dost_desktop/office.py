"""A desk's program without its window: everything is built here, by hand, for the window, the commands and the tests.

``Office`` is the desk before anybody signed in; ``sign_in`` gives ``SignedIn``, everything the window works with.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import ClassVar, Final
from uuid import UUID, uuid4

from dost_desktop.api.agent_session import AgentSession
from dost_desktop.api.cases_desk import CasesAtDesk
from dost_desktop.api.central import CentralApi
from dost_desktop.api.head_desk import HeadAtDesk
from dost_desktop.api.lifecycle_desk import BackOfficeAtDesk, SuitableWorkAtDesk
from dost_desktop.api.queue_desk import QueueAtDesk
from dost_desktop.api.registers import AskRegisters
from dost_desktop.catalogue.catalogue import Catalogue, load_catalogue
from dost_desktop.catalogue.kept import KeptCatalogues
from dost_desktop.clock import DeskClock
from dost_desktop.contract.messages import AgentCard, DeskEnrolled, Problem, Tokens
from dost_desktop.contract.seals import AgentHand, from_text
from dost_desktop.domain.dates import legal_date
from dost_desktop.domain.errors import AgentError
from dost_desktop.domain.law import LawInForce
from dost_desktop.security.closed_file import ClosedFile
from dost_desktop.security.device_secrets import DeviceSecrets, device_secrets
from dost_desktop.security.key_ring import KeyRing, Unlocked
from dost_desktop.security.wrapped_keys import KnownAgent
from dost_desktop.services.desk import Desk
from dost_desktop.services.unsent_export import ExportUnsent
from dost_desktop.settings.desk_settings import Network, SettingsDamaged, load_settings
from dost_desktop.settings.paths import HomePaths, home_paths
from dost_desktop.sign_in import SignIn
from dost_desktop.storage.database import Database, DatabasePaths
from dost_desktop.sync.keyring import is_key_forgotten, keep_server_keys, own_person, server_keys_of
from dost_desktop.sync.needs import Declined
from dost_desktop.whole_file import read_whole, write_whole


class NotEnrolled(AgentError):
    """This PC is not a desk yet."""

    code: ClassVar[str] = "signin.desk_unknown"


class EnrolmentRefused(AgentError):
    """The code is used up or unknown, or the central API cannot be reached; ``why`` is its code."""

    code: ClassVar[str] = "enrolment.refused"


class DeskInUse(EnrolmentRefused):
    """Agents work in this folder: it stays the desk it is, and the code is another's. It stays unused."""

    code: ClassVar[str] = "enrolment.desk_in_use"


@dataclass(frozen=True, slots=True)
class SignedIn:
    """An agent is at the desk: everything the window needs, and ``close`` to leave."""

    desk: Desk
    database: Database
    central: CentralApi
    registers: AskRegisters
    queue: QueueAtDesk
    cases: CasesAtDesk
    work: SuitableWorkAtDesk
    back_office: BackOfficeAtDesk
    head: HeadAtDesk
    agent: KnownAgent

    def close(self) -> None:
        """Forget the keys: the database is closed, the agent's key and tokens are gone."""
        self.desk.hand.drop()
        self.central.sign_out()
        self.database.close()


class Office:
    """One desk's program in ``home``."""

    def __init__(self, home: Path | None = None) -> None:
        self.paths = home_paths(home)
        self.clock = DeskClock()
        self.shelf = KeptCatalogues(self.paths.catalogues)
        self._packaged = load_catalogue()
        self.catalogue: Catalogue = self._packaged  # of this session: chosen at each sign-in
        self._device: DeviceSecrets | None = None

    @property
    def is_enrolled(self) -> bool:
        """True when this PC is a desk of a centre."""
        return self.paths.card.exists()

    @property
    def card(self) -> DeskCard:
        """Which desk this is. Raises NotEnrolled."""
        return DeskCard.read(self.paths.card)

    def known_agents(self) -> tuple[KnownAgent, ...]:
        """Who can sign in here, the last one first."""
        return self._ring().agents()

    def enrol(self, server: str, code: str) -> DeskEnrolled:
        """Make this PC a desk with the administrator's one-time code. Raises EnrolmentRefused, DeskInUse.

        A folder in which agents work stays the desk it is: another desk could never send what it holds. With a code
        for this desk it is enrolled again in its place: database and unsent work stay, and each agent's next sign-in
        is online. So also where the folder came from a PC that broke.
        """
        is_worked_with = bool(self.known_agents()) or self._ring().is_moved()
        stays = self.card if self.is_enrolled and is_worked_with else None
        self.paths.home.mkdir(parents=True, exist_ok=True)
        if stays is not None:
            self._secrets_file().forget_if_closed_elsewhere()
        install_id = self._install_id_to_be()
        central = self._central(server, {})
        try:
            enrolled = central.enrol(
                code,
                install_id,
                desk=stays.enrolled.desk if stays else None,
                before=stays.install_id if stays else None,
            )
        finally:
            central.close()
        if not isinstance(enrolled, DeskEnrolled):
            code_of = _code(enrolled)
            raise DeskInUse if code_of == _OTHER_DESK else EnrolmentRefused(why=code_of)
        if stays is not None:
            self._ring().enrolled_again()
        kept = self._secrets_file().read()
        self._secrets_file().write({**kept, "deployment_secret": enrolled.deployment_secret})
        DeskCard(
            server, install_id, enrolled.model_copy(update={"tokens": _NO_TOKENS, "deployment_secret": ""})
        ).write(self.paths.card)
        return enrolled

    def _install_id_to_be(self) -> UUID:
        """The name under which this PC enrols: the same again when a kill lost the answer, else a new one.

        The central API lets the same PC repeat a code that it has used already.
        """
        kept = self._secrets_file().read()
        before = UUID(kept["enrolling"]) if "enrolling" in kept else None
        if before is not None and not (self.is_enrolled and self.card.install_id == before):
            return before
        fresh = uuid4()
        self._secrets_file().write({**kept, "enrolling": str(fresh)})
        return fresh

    def move_to(self, server: str) -> None:
        """The central API answers at another address now."""
        card = self.card
        if card.server != server:
            DeskCard(server, card.install_id, card.enrolled).write(self.paths.card)

    def trust(self, root: Path) -> None:
        """Trust signatures under this root certificate."""
        self.paths.trust.mkdir(parents=True, exist_ok=True)
        write_whole(self.paths.trust / root.name, root.read_bytes())

    def sign_in(self, agent: str, password: str) -> SignedIn:
        """Open the desk for an agent: with the password alone, or online the first time. Takes some 0.3 s.

        Raises SignInWrong, SlowDown, FirstSignInOffline, and what ``Database.open`` raises.
        """
        card, ring = self.card, self._ring()
        keys = dict(card.enrolled.server_keys)
        central = self._central(card.server, keys)
        let_in = SignIn(
            central,
            ring,
            _database(self.paths),
            self.clock,
            str(card.install_id),
            from_text(card.enrolled.recovery_key),
        )
        try:
            unlocked = let_in(agent, password)
            database = Database.open(_database(self.paths), unlocked.database_key)
            if database.install_id != str(card.install_id):  # enrolled again, or brought back from before it
                database.unlock_issuing(str(card.install_id))
        except AgentError:
            central.close()
            raise
        with database.open_work() as work:
            keep_server_keys(work.meta, card.enrolled.server_keys)
            keys.update(server_keys_of(work.meta))
            forgotten = is_key_forgotten(agent, card.enrolled.desk, unlocked.signing_key.public, work.meta)
            work.commit()
        if forgotten:
            let_in.announce_again(unlocked, password)
        hand = AgentHand(unlocked.signing_key)
        self.catalogue = self.shelf.in_force(self._packaged)
        desk = self._desk(card, unlocked, hand, database)
        session = AgentSession(central, agent, card.enrolled.desk, hand, self.clock)
        registers, queue = AskRegisters(central, session), QueueAtDesk(central, session)
        cases = CasesAtDesk(central, session)
        vacancies, back_office = SuitableWorkAtDesk(central, session), BackOfficeAtDesk(central, session)
        head = HeadAtDesk(central, session)
        return SignedIn(
            desk, database, central, registers, queue, cases, vacancies, back_office, head, unlocked.agent
        )

    def unlock(self, signed_in: SignedIn, password: str) -> None:
        """The agent who locked the desk is back. Raises SignInWrong, SlowDown."""
        unlocked = self._ring().open(signed_in.agent.agent, password, self.clock.now())
        signed_in.desk.hand.take(unlocked.signing_key)

    def network(self) -> Network:
        """The owner's wish for a network that is dead for days; the defaults while the settings are damaged."""
        try:
            return load_settings(self.paths.settings).network
        except SettingsDamaged:  # the window says so, with the line
            return Network()

    def export_unsent(self, signed_in: SignedIn) -> ExportUnsent:
        """Everything this desk could not send, in a file that only the deployment opens."""
        card = self.card
        recovery = from_text(card.enrolled.recovery_key)
        return ExportUnsent(signed_in.desk, signed_in.database.open_reading, card.install_id, recovery)

    def law(self, moment: datetime) -> LawInForce:
        """The law in force at a moment."""
        return self.catalogue.law_in_force(legal_date(moment))

    def _desk(self, card: DeskCard, unlocked: Unlocked, hand: AgentHand, database: Database) -> Desk:
        agent = unlocked.agent
        return Desk(
            name=card.enrolled.desk,
            centre=card.enrolled.centre,
            agent=AgentCard.model_validate(
                {
                    "agent": agent.agent,
                    "name": agent.name,
                    "role": agent.role,
                    "post": agent.post,
                    "centre": agent.centre,
                }
            ),
            hand=hand,
            secret=from_text(self._secrets_file().read()["deployment_secret"]),
            open_work=database.open_work,
            open_reading=database.open_reading,
            law=self.law,
            clock=self.clock,
            own_person=partial(own_person, agent.agent),
            no_new_cases_after_days=self.network().no_new_cases_after_days,
        )

    def _central(self, server: str, keys: dict[str, str]) -> CentralApi:
        return CentralApi(server, desk_tokens=_DeskTokens(self._secrets_file()), server_keys=lambda: keys)

    def _ring(self) -> KeyRing:
        return KeyRing(self.paths.keys, self._device_secrets())

    def _secrets_file(self) -> ClosedFile:
        return ClosedFile(self.paths.secrets, self._device_secrets())

    def _device_secrets(self) -> DeviceSecrets:
        if self._device is None:
            self._device = device_secrets(self.paths.device)
        return self._device


@dataclass(frozen=True, slots=True)
class DeskCard:
    """What is known before anybody signs in: the desk, its centre, the server and its public keys."""

    server: str
    install_id: UUID
    enrolled: DeskEnrolled  # without its tokens and secret

    @classmethod
    def read(cls, path: Path) -> DeskCard:
        """The card at ``path``. Raises NotEnrolled."""
        try:
            told = json.loads(read_whole(path))
        except FileNotFoundError:
            raise NotEnrolled from None
        return cls(told["server"], UUID(told["install_id"]), DeskEnrolled.model_validate(told["enrolled"]))

    def write(self, path: Path) -> None:
        """Keep the card, whole or not at all."""
        told = {
            "server": self.server,
            "install_id": str(self.install_id),
            "enrolled": self.enrolled.model_dump(mode="json"),
        }
        write_whole(path, json.dumps(told, ensure_ascii=False, indent=1).encode())


_OTHER_DESK: Final = "enrol.other_desk"
_NO_TOKENS: Final = Tokens(access="-", refresh="-", expires_at="1970-01-01T00:00:00.000Z")


class _DeskTokens:
    """The desk's own tokens in the closed file: they are needed before anybody has signed in."""

    def __init__(self, file: ClosedFile) -> None:
        self._file = file
        self._kept: Tokens | None = None

    def load(self) -> Tokens | None:
        """The pair, if the desk was enrolled."""
        return self._kept or self.reread()

    def reread(self) -> Tokens | None:
        """The pair as it stands in the file now."""
        told = self._file.read().get("tokens")
        self._kept = Tokens.model_validate(told) if told else None
        return self._kept

    def save(self, tokens: Tokens | None) -> None:
        """Keep this pair before it is used; None forgets."""
        self._file.write({**self._file.read(), "tokens": tokens.model_dump(mode="json") if tokens else None})
        self._kept = tokens


def trusted_roots(home: Path | None) -> Path | None:
    """The folder of root certificates of the desk in ``home``; None where there is no desk that trusts anybody."""
    trust = home_paths(home).trust
    return trust if trust.is_dir() else None


def _database(paths: HomePaths) -> DatabasePaths:
    return DatabasePaths(paths.database, paths.markers, paths.backups)


def certificates_in(folder: Path) -> Sequence[bytes]:
    """Every root certificate of a folder, PEM or DER."""
    if not folder.is_dir():
        return ()
    return tuple(
        path.read_bytes()
        for path in sorted(folder.iterdir())
        if path.suffix in {".pem", ".crt", ".cer", ".der"}
    )


def _code(answer: Declined) -> str:
    return answer.code if isinstance(answer, Problem) else answer.kind.value
