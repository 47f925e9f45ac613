"""Every code that the server can answer stands in docs/problems.md, and every row there is a code of the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from ui.infra.problem_words import WORDS

ROOT = Path(__file__).parents[2]
SAID_BY = {"Problematic", "Unreadable", "Refused", "Rejected", "InvalidValue", "Trouble", "SecretDoor"}
BEFORE_THE_ROUTES = ("problems", "request_limits", "request_log", "starting")  # where codes are plain texts
CODE = re.compile(r"[a-z][a-z_]*(\.[a-z0-9_]+)+|law_outdated")
NOT_ANSWERED = {
    "back_office.returned",
    "signin.locked",
    "unsent.unusable",
    "value.invalid",
}  # a message's name, the desk's own, a command's, a class's


def _codes(part: ast.AST) -> Iterator[str]:
    for each in ast.walk(part):
        if isinstance(each, ast.Constant) and isinstance(each.value, str) and CODE.fullmatch(each.value):
            yield each.value


def _said(path: Path) -> Iterator[str]:
    """The codes in what raises or gives them, and those handed on by a name: the window has words for these."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if name in SAID_BY:
                yield from _codes(node)
    yield from (code for code in _codes(tree) if code in WORDS)
    if path.parent.name == "central_api" and path.stem in BEFORE_THE_ROUTES:
        yield from (code for code in _codes(tree) if code.startswith(("request.", "route.", "server.")))


def test_every_code_has_its_row_and_every_row_its_code() -> None:
    files = [
        path
        for folder in ("central_api", "dost_desktop/domain", "dost_desktop/contract")
        for path in (ROOT / folder).rglob("*.py")
    ]
    said = {code for path in files for code in _said(path)} - NOT_ANSWERED
    rows = re.findall(
        r"^\| `([a-z_.0-9]+)` \|", (ROOT / "docs" / "problems.md").read_text("utf-8"), re.MULTILINE
    )
    assert len(rows) == len(set(rows))
    assert said - set(rows) == set(), "without a row"
    assert set(rows) - said == set(), "a row without a code"
