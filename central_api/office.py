"""Everything the routes may use, built once by ``app.py`` and handed to them with each request."""

from __future__ import annotations

from dataclasses import dataclass

from central_api.accounts import Accounts
from central_api.adapters.systems import Systems
from central_api.agent_keys import AgentKeys
from central_api.answered import AnsweredRequests
from central_api.back_office import BackOffice
from central_api.background import Background
from central_api.bell import Bell
from central_api.blobs import Blobs
from central_api.brought_back import BroughtBack
from central_api.catalogues import CatalogueShelf
from central_api.central_hand import CentralHand
from central_api.clock import Clock
from central_api.database import Database
from central_api.deployment import Deployment
from central_api.desk_marks import DeskMarks
from central_api.duties import Duties
from central_api.employers import EmployerAnswers
from central_api.enrolment import Enrolment
from central_api.feed import Feed
from central_api.file_checks import FileChecks
from central_api.files import FileReader
from central_api.forgotten import note_forgotten
from central_api.half_done import HalfDone
from central_api.heads import HeadsBook
from central_api.laws import Laws
from central_api.leases import Leases
from central_api.looks import LookBook
from central_api.lookups import Lookups
from central_api.mas import Mas
from central_api.messages import Messages
from central_api.metrics import Figures
from central_api.needs_look import WhatNeedsLook
from central_api.no_suitable_work import NoSuitableWork
from central_api.notices import NoticeBook
from central_api.other_processes import OtherProcesses
from central_api.partial_blobs import PartialBlobs
from central_api.push import PushDesk
from central_api.queue import TicketQueue
from central_api.rate_limits import RateLimits
from central_api.register_jobs import RegisterJobs
from central_api.seals import ServerSeals
from central_api.self_service import SelfService
from central_api.settings import Settings
from central_api.tokens import TokenBook
from central_api.upkeep import Upkeep
from central_api.vacancies import VacancySearch
from dost_desktop.domain.dates import instant_text


@dataclass(frozen=True, slots=True)
class Office:
    """The central API without its doors."""

    settings: Settings
    clock: Clock
    database: Database
    deployment: Deployment
    seals: ServerSeals
    laws: Laws
    catalogues: CatalogueShelf
    token_book: TokenBook
    accounts: Accounts
    agent_keys: AgentKeys
    enrolment: Enrolment
    desk_marks: DeskMarks
    queue: TicketQueue
    half_done: HalfDone
    systems: Systems
    lookups: Lookups
    leases: Leases
    blobs: Blobs
    partial_blobs: PartialBlobs
    notices: NoticeBook
    file_checks: FileChecks
    files: FileReader
    feed: Feed
    heads: HeadsBook
    looks: LookBook
    bell: Bell
    others: OtherProcesses
    push: PushDesk
    brought_back: BroughtBack
    hand: CentralHand
    jobs: RegisterJobs
    self_service: SelfService
    mas: Mas
    duties: Duties
    messages: Messages
    vacancies: VacancySearch
    no_suitable_work: NoSuitableWork
    employers: EmployerAnswers
    back_office: BackOffice
    needs_look: WhatNeedsLook
    answered: AnsweredRequests
    rate_limits: RateLimits
    figures: Figures
    upkeep: Upkeep
    background: Background

    def restored(self, before: int = 0) -> None:
        """The database comes from a backup: desks offer what it lacks, and no number is given out twice (design 6).

        ``before``: how often the same backup was brought back already.
        """
        now = instant_text(self.clock())
        self.database.write(lambda connection: note_forgotten(connection, now, before))
        self.leases.open_above(before)
        self.deployment.open_epoch()

    def start(self) -> None:
        """Work behind the requests, and hear other processes, until ``stop``."""
        self.systems.announce(practice=self.deployment.is_practice)
        self.background.start()
        self.others.start(self.background)

    def stop(self) -> None:
        """Let nobody wait any more, end the background work, give the database back."""
        self.bell.close()
        self.others.stop()
        self.background.stop()
        self.figures.stop()
        self.systems.close()
        self.file_checks.close()
        self.database.close()
