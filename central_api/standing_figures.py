"""Figures that are looked up when somebody asks: what is owed and how late, blocks of numbers, the database's pool."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, TypeAlias

from prometheus_client.core import CounterMetricFamily, GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from sqlalchemy import Connection, Select, func, literal, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as NoConnectionFree
from sqlalchemy.pool import QueuePool

from central_api.adapters.breaker import CLOSED
from central_api.adapters.line import Standing
from central_api.clock import Clock
from central_api.database import Database
from central_api.deployment import Deployment
from central_api.laws import Laws
from central_api.owed_tables import duties, messages, register_questions
from central_api.tables import leases, self_service
from dost_desktop import __version__
from dost_desktop.domain.dates import instant, legal_date

Systems: TypeAlias = Callable[[], Iterable[Standing]]
_OWED: Final[tuple[Select[Any], ...]] = (
    select(
        literal("register_question"),
        register_questions.c.register,
        func.count(),
        func.min(register_questions.c.due_at),
    ).group_by(register_questions.c.register),
    select(literal("duty"), duties.c.duty, func.count(), func.min(duties.c.due_at)).group_by(duties.c.duty),
    select(literal("message"), messages.c.state, func.count(), func.min(messages.c.due_at))
    .where(messages.c.state.in_(("waiting", "given_up")))
    .group_by(messages.c.state),
    select(literal("self_service"), self_service.c.state, func.count(), func.min(self_service.c.due_at))
    .where(self_service.c.state == "waiting")
    .group_by(self_service.c.state),
)


class StandingFigures(Collector):
    """How the office stands now. What the database cannot say while it is away is left out."""

    def __init__(
        self, database: Database, deployment: Deployment, laws: Laws, systems: Systems, clock: Clock
    ) -> None:
        self.database, self.deployment, self.laws = database, deployment, laws
        self.systems, self.clock = systems, clock

    def describe(self) -> Iterable[Metric]:
        """Nothing beforehand: registering asks no database."""
        return ()

    def collect(self) -> Iterator[Metric]:
        """The figures, looked up."""
        yield self._build()
        yield from self._pool()
        yield from self._systems()
        try:
            with self.database.reading() as connection:
                stored = [*self._owed(connection), self._blocks(connection)]
        except (DBAPIError, NoConnectionFree):
            yield _gauge("database_up", "1: the database answers", "", [("", 0)])
            return
        yield _gauge("database_up", "1: the database answers", "", [("", 1)])
        yield from stored

    def _build(self) -> Metric:
        names = ["version", "law", "epoch"]
        family = GaugeMetricFamily("dost_build_info", "Always 1", labels=names)
        law = self.laws.versions.versions[0]
        family.add_metric([__version__, law, self.deployment.epoch], 1)
        return family

    def _pool(self) -> Iterator[Metric]:
        pool = self.database.engine.pool
        if isinstance(pool, QueuePool):
            counts = [("in_use", pool.checkedout()), ("idle", pool.checkedin())]
            yield _gauge("database_connections", "Connections of this process", "state", counts)

    def _systems(self) -> Iterator[Metric]:
        """The systems behind us, as this process sees them."""
        stands = [each for each in self.systems() if not each.is_simulated]
        yield _gauge(
            "system_open",
            "1: left alone after failures",
            "system",
            ((each.system, float(each.circuit != CLOSED)) for each in stands),
        )
        asked = CounterMetricFamily("dost_system_questions", "Questions to it", labels=["system", "came_to"])
        spent = CounterMetricFamily("dost_system_seconds", "Time spent on them", labels=["system"])
        for each in stands:
            asked.add_metric([each.system, "answer"], each.answered)
            asked.add_metric([each.system, "failure"], each.failed)
            spent.add_metric([each.system], each.seconds)
        yield asked
        yield spent

    def _owed(self, connection: Connection) -> tuple[Metric, Metric]:
        now = self.clock()
        names = ["kind", "what"]
        owed = GaugeMetricFamily("dost_owed", "Work the server still owes", labels=names)
        late = GaugeMetricFamily("dost_owed_late_seconds", "How long the oldest of it is due", labels=names)
        for chosen in _OWED:
            for kind, what, count, due_at in connection.execute(chosen).all():
                owed.add_metric([kind, what], count)
                late.add_metric([kind, what], max((now - instant(due_at)).total_seconds(), 0))
        return owed, late

    def _blocks(self, connection: Connection) -> Metric:
        this_year = legal_date(self.clock()).year
        left = select(leases.c.series, func.count()).where(
            leases.c.is_used_up.is_(False), leases.c.year >= this_year
        )
        rows = connection.execute(left.group_by(leases.c.series)).all()
        return _gauge(
            "number_blocks", "Leased blocks not known to be used up", "series", ((s, n) for s, n in rows)
        )


def _gauge(name: str, means: str, label: str, values: Iterable[tuple[str, float]]) -> Metric:
    family = GaugeMetricFamily(f"dost_{name}", means, labels=[label] if label else [])
    for what, value in values:
        family.add_metric([what] if label else [], value)
    return family
