"""The composition root of the central API: everything is built here, by hand, through constructors."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Final

from argon2 import PasswordHasher
from fastapi import FastAPI
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from central_api import clock as wall_clock
from central_api import problems, trouble_answers
from central_api.accounts import Accounts
from central_api.adapters.settings import read_system_settings
from central_api.adapters.systems import Simulators, connected
from central_api.agent_keys import AgentKeys
from central_api.answer_headers import AnswerHeaders
from central_api.answered import AnsweredRequests
from central_api.back_office import BackOffice
from central_api.background import Background
from central_api.bell import Bell
from central_api.blob_store import BlobStore
from central_api.blobs import Blobs
from central_api.brought_back import BroughtBack
from central_api.catalogues import CatalogueShelf
from central_api.central_hand import CentralHand
from central_api.clock import Clock
from central_api.database import Database, Limits
from central_api.database_trouble import told_as_setting
from central_api.deployment import Deployment
from central_api.desk_marks import DeskMarks
from central_api.duties import Duties
from central_api.employers import EmployerAnswers
from central_api.enrolment import Enrolment
from central_api.feed import Feed
from central_api.file_checks import FileChecks
from central_api.files import FileReader
from central_api.half_done import HalfDone
from central_api.heads import HeadsBook
from central_api.keys import load_keys, publish
from central_api.laws import Laws
from central_api.leases import Leases
from central_api.looks import LookBook
from central_api.lookups import Lookups
from central_api.message_gateway import SimulatedGateway
from central_api.message_texts import load_message_texts
from central_api.messages import Messages
from central_api.metrics import Figures
from central_api.migrating import migrate
from central_api.needs_look import WhatNeedsLook
from central_api.no_suitable_work import NoSuitableWork
from central_api.notices import NoticeBook
from central_api.office import Office
from central_api.other_processes import OtherProcesses
from central_api.partial_blobs import PartialBlobs
from central_api.passwords import Passwords
from central_api.problem_pages import ProblemPages
from central_api.push import PushDesk
from central_api.queue import TicketQueue
from central_api.rate_limits import RateLimits
from central_api.register_jobs import RegisterJobs
from central_api.registers import SimulatedRegisters
from central_api.request_limits import RequestLimits
from central_api.request_log import RequestLog
from central_api.routes import (
    back_office,
    cases,
    catalogues,
    centre,
    desks,
    head,
    public,
    sessions,
    suitable_work,
    sync,
    watch,
)
from central_api.seals import ServerSeals
from central_api.self_service import SelfService
from central_api.settings import Settings
from central_api.simulated_mas import SimulatedMas
from central_api.standing_figures import StandingFigures
from central_api.tokens import TokenBook
from central_api.upkeep import Upkeep
from central_api.vacancies import SimulatedVacancies, VacancySearch
from dost_desktop.catalogue.bundle import bundle_of
from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.domain.dates import legal_date

_ROUTERS: Final = (
    sync.pushes,
    sync.router,
    watch.router,
    desks.router,
    sessions.router,
    centre.router,
    cases.router,
    suitable_work.router,
    back_office.router,
    head.router,
    catalogues.router,
    public.router,
)  # what desks ask all day first: it is looked for in this order


def build_office(
    settings: Settings,
    loaded: Sequence[Catalogue],
    *,
    clock: Clock = wall_clock.now,
    hasher: PasswordHasher | None = None,
    practice: bool = False,
) -> Office:
    """The server's parts on one data folder; ``loaded`` begins with the catalogue that ships.

    Brings the database to this version. Raises BadSetting for a damaged configuration,
    DatabaseAway for a database that does not answer now.
    """
    database = Database(settings.database_url, Limits.of(settings))
    try:
        with told_as_setting(settings.database_url):
            return _office_on(database, settings, loaded, clock, hasher, practice=practice)
    except BaseException:
        database.close()
        raise


def _office_on(
    database: Database,
    settings: Settings,
    loaded: Sequence[Catalogue],
    clock: Clock,
    hasher: PasswordHasher | None,
    *,
    practice: bool,
) -> Office:
    migrate(database)
    deployment = Deployment(database)
    deployment.begin_if_new(practice=practice)
    keys = load_keys(settings)
    published = publish(database, keys, settings, clock)
    seals = ServerSeals(keys.signing, published, deployment)
    shelf = CatalogueShelf(database, clock)
    shelf.bring(bundle_of(loaded[0].version))
    laws, bell = Laws(shelf.accepted(loaded), legal_date(clock())), Bell(settings.look_every.total_seconds())
    others = OtherProcesses(settings.heard_at, bell, deployment, published)
    token_book = TokenBook(database, settings, deployment, keys.cursor, clock)
    accounts = Accounts(database, Passwords(hasher or PasswordHasher()), token_book, clock)
    agent_keys = AgentKeys(database, accounts, settings, clock)
    queue = TicketQueue(database, clock)
    half_done = HalfDone(database, queue, clock)
    leases = Leases(database, seals, deployment, settings, clock)
    simulators = Simulators(
        registers=SimulatedRegisters(database, settings.outages),
        mas=SimulatedMas(database, laws, leases, settings.outages, clock, settings.confirms_after),
        bank=SimulatedVacancies(database, settings.outages),
        gateway=SimulatedGateway(database, settings.outages, clock),
    )
    reached = read_system_settings(settings.environ, practice=deployment.is_practice)
    systems = connected(reached, simulators, clock)
    mas = systems.mas
    lookups = Lookups(database, systems.registers, seals, keys.deployment, clock)
    hand = CentralHand(database, laws, seals, bell, clock)
    jobs = RegisterJobs(database, lookups, hand, clock, settings.held_for)
    self_service = SelfService(database, lookups, leases, hand, clock, settings.held_for)
    duties = Duties(database, mas, lookups, hand, clock, settings.held_for)
    messages = Messages(database, mas, systems.gateway, load_message_texts(), hand, laws, settings, clock)
    store = BlobStore(settings.blob_url, settings.blob_encryption)
    blobs = Blobs(database, store, settings.blob_limit, clock)
    partial_blobs = PartialBlobs(store, blobs)
    upkeep = Upkeep(database, clock, partial_blobs.sweep)
    figures = Figures(settings.data)
    figures.watch(StandingFigures(database, deployment, laws, systems.standing, clock))
    background = Background(
        others.look_again,
        self_service.work_off,
        jobs.work_off,
        duties.work_off,
        messages.work_off,
        half_done.forget_old,
        upkeep.work_off,
        figures.share,
    )
    return Office(
        settings=settings,
        clock=clock,
        database=database,
        deployment=deployment,
        seals=seals,
        laws=laws,
        catalogues=shelf,
        token_book=token_book,
        accounts=accounts,
        agent_keys=agent_keys,
        enrolment=Enrolment(database, token_book, keys, published, deployment, settings, clock),
        desk_marks=DeskMarks(database, token_book, deployment, clock),
        queue=queue,
        half_done=half_done,
        systems=systems,
        lookups=lookups,
        leases=leases,
        blobs=blobs,
        partial_blobs=partial_blobs,
        notices=NoticeBook(database),
        file_checks=FileChecks(lambda: settings.trust_folder),
        files=FileReader(database, seals, clock),
        feed=Feed(database, seals, deployment, keys.cursor, bell, clock),
        heads=HeadsBook(database, deployment, clock),
        looks=LookBook(database, accounts, clock),
        bell=bell,
        others=others,
        push=PushDesk(
            database,
            accounts,
            agent_keys,
            laws,
            seals,
            deployment,
            settings,
            bell,
            background,
            keys.deployment,
            clock,
        ),
        brought_back=BroughtBack(database, accounts, seals, deployment, bell, background, laws, clock),
        hand=hand,
        jobs=jobs,
        self_service=self_service,
        mas=mas,
        duties=duties,
        messages=messages,
        vacancies=VacancySearch(database, systems.bank, keys.deployment, clock),
        no_suitable_work=NoSuitableWork(database, mas, seals, keys.deployment, clock),
        employers=EmployerAnswers(database, hand),
        back_office=BackOffice(database, laws, clock),
        needs_look=WhatNeedsLook(database, laws, clock),
        answered=AnsweredRequests(database, clock),
        rate_limits=RateLimits(settings.desk_rate, settings.agent_rate, settings.address_rate),
        figures=figures,
        upkeep=upkeep,
        background=background,
    )


def build_app(office: Office) -> FastAPI:
    """The doors of ``office``; its background work lives as long as the app does."""

    @asynccontextmanager
    async def life(_app: FastAPI) -> AsyncIterator[None]:
        office.start()
        yield
        office.stop()

    app = FastAPI(
        title="DOST central API",
        version="1",
        description="The desks' one door to the ministry's systems, service 05-04-05-00.",
        lifespan=life,
        responses=problems.documented(*problems.ANYWHERE),
        openapi_url=None,  # the contract is committed (openapi.json), not served
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    app.state.office = office
    settings = office.settings
    app.add_middleware(RequestLimits, settings=settings)  # the one added last is the first to see a request
    app.add_middleware(RequestLog, headers=AnswerHeaders(settings.public_url), figures=office.figures)
    app.add_middleware(ProblemPages, settings=settings, deployment=office.deployment, clock=office.clock)
    app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=settings.trusted_proxies)
    problems.install(app)
    trouble_answers.install(app)
    for router in _ROUTERS:
        app.include_router(router)
    problems.document_bodies(app)
    return app
