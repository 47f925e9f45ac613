"""What no file of ours may contain, one rule a row; each row brings a line of code that breaks it."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from tests.architecture.source import PACKAGES, Source

CLOCKS: Final = ("dost_desktop/clock.py", "central_api/clock.py")
NOW: Final = re.compile(
    r"(datetime|date|dt)\.(now|utcnow|today)|(time|_time)\.(time|time_ns|localtime|gmtime)"
    r"|Q(Date)?Time\.currentDateTime(Utc)?|QDate\.currentDate|QTime\.currentTime"
)
TRANSLATORS: Final = {"tr", "translate", "QT_TRANSLATE_NOOP", "QT_TR_NOOP"}
SLOW_OR_TANGLED: Final = {
    "QTableWidget": "25 times slower to fill than a model",
    "QThread": "work runs in the executors of ui/infra/tasks.py",
    "QRunnable": "work runs in the executors of ui/infra/tasks.py",
    "QThreadPool": "work runs in the executors of ui/infra/tasks.py",
    "QtAsyncio": "work runs in the executors of ui/infra/tasks.py",
    "QEventLoop": "a nested event loop lets a click arrive in the middle of another",
    "processEvents": "a nested event loop lets a click arrive in the middle of another",
}
PLAYS_THE_AGENT: Final = ("ui/tour/", "tests/")  # drives the window from outside, so must let it breathe
NAMELESS: Final = {"utils", "util", "helpers", "helper", "manager", "managers", "common", "misc"}
COLOUR: Final = re.compile(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")


@dataclass(frozen=True, slots=True)
class Rule:
    """``finds`` gives the offending line numbers of a file; ``applies`` to files whose path is asked for."""

    name: str
    finds: Callable[[Source], Iterator[int]]
    applies: Callable[[Source], bool]
    offence: str
    where: str = "ui/shell/window.py"


def _nodes(source: Source, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
    return (node for node in ast.walk(source.tree) if isinstance(node, kinds))


def _unfinished(source: Source) -> Iterator[int]:
    marks = re.compile(r"\b(T[O]DO|F[I]XME)\b")
    return (number for number, line in enumerate(source.text.splitlines(), 1) if marks.search(line))


def _translated_f_strings(source: Source) -> Iterator[int]:
    """Linguist extracts them, and Qt can never find them again."""
    for call in _nodes(source, ast.Call):
        assert isinstance(call, ast.Call)
        name = getattr(call.func, "attr", getattr(call.func, "id", ""))
        if name in TRANSLATORS and any(isinstance(argument, ast.JoinedStr) for argument in call.args):
            yield call.lineno


def _asks_the_system_clock(source: Source) -> Iterator[int]:
    for call in _nodes(source, ast.Call):
        assert isinstance(call, ast.Call)
        if NOW.fullmatch(".".join(ast.unparse(call.func).split(".")[-2:])):
            yield call.lineno


def _slow_or_tangled_qt(source: Source) -> Iterator[int]:
    for node in _nodes(source, ast.Name, ast.Attribute, ast.alias):
        name = getattr(node, "id", getattr(node, "attr", getattr(node, "name", "")))
        if name in SLOW_OR_TANGLED:
            yield getattr(node, "lineno", 0)


def _colours(source: Source) -> Iterator[int]:
    for node in _nodes(source, ast.Constant):
        assert isinstance(node, ast.Constant)
        if isinstance(node.value, str) and COLOUR.fullmatch(node.value.strip()):
            yield node.lineno


def _mocks(source: Source) -> Iterator[int]:
    for node in _nodes(source, ast.Import, ast.ImportFrom):
        assert isinstance(node, ast.Import | ast.ImportFrom)
        modules = (
            [node.module or ""] if isinstance(node, ast.ImportFrom) else [each.name for each in node.names]
        )
        if any(name in {"mock", "unittest.mock", "pytest_mock"} for name in modules):
            yield node.lineno


def _is_too_long(source: Source) -> Iterator[int]:
    """Code over 400 lines; specifications may have 800, a table of words (one constant) as many as it needs."""
    limit = 800 if source.is_in("tests") else 400
    is_one_table = sum(
        isinstance(node, ast.Assign | ast.AnnAssign) for node in source.tree.body
    ) == 1 and not any(isinstance(node, ast.FunctionDef | ast.ClassDef) for node in source.tree.body)
    if source.text.count("\n") > limit and not is_one_table:
        yield limit


def _says_nothing(source: Source) -> Iterator[int]:
    if source.tree.body and not ast.get_docstring(source.tree):
        yield 1


def _has_no_subject(source: Source) -> Iterator[int]:
    if set(source.path.removesuffix(".py").split("/")) & NAMELESS:
        yield 1


def _ours(source: Source) -> bool:
    return source.is_in(*PACKAGES)


def _everywhere(_source: Source) -> bool:
    return True


RULES: Final = (
    Rule("nothing is left for later", _unfinished, _everywhere, "# TO" + "DO: later"),
    Rule(
        "an f-string is never translated",
        _translated_f_strings,
        lambda s: s.is_in("ui"),
        'self.tr(f"{n} files")',
    ),
    Rule(
        "one clock for the desk and one for the server",
        _asks_the_system_clock,
        lambda s: _ours(s) and s.path not in CLOCKS,
        "import datetime\ndatetime.datetime.now(UTC)",
    ),
    Rule(
        "the window keeps away from slow and tangled parts of Qt",
        _slow_or_tangled_qt,
        lambda s: s.is_in("ui") and not s.path.startswith(PLAYS_THE_AGENT),
        "QApplication.processEvents()",
    ),
    Rule("colours are tokens", _colours, lambda s: s.is_in("ui", "dost_desktop"), 'pen.setColor("#0B5C96")'),
    Rule(
        "no mocks: fakes are written once",
        _mocks,
        _everywhere,
        "from unittest.mock import patch",
        "tests/test_x.py",
    ),
    Rule("a module fits one sitting", _is_too_long, _everywhere, "x = 1\n" * 401),
    Rule("a module says why it exists", _says_nothing, _ours, "x = 1"),
    Rule("a module is named by its subject", _has_no_subject, _ours, "x = 1", "ui/utils.py"),
)
