"""Write the list of sentences into docs/acceptance.md: ``python docs/generate_acceptance.py``.

A test compares the page with the sentences in the code, so the page cannot lie.
"""

from __future__ import annotations

import sys
from itertools import groupby
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.acceptance.steps.meanings import MEANINGS  # noqa: E402
from tests.acceptance.steps.sentences import SUBJECTS, every_sentence  # noqa: E402

PAGE = ROOT / "docs" / "acceptance.md"
BEGINS = "<!-- from here on written by docs/generate_acceptance.py -->\n"


def page() -> str:
    """The whole page: what is written by hand, then every sentence and every word that may stand in one."""
    by_hand = PAGE.read_text("utf-8").partition(BEGINS)[0]
    parts = [by_hand + BEGINS]
    for module, sentences in groupby(every_sentence(), key=lambda each: each.module):
        parts += ["", f"## {SUBJECTS[module]}", "", "| sentence | what happens |", "|---|---|"]
        parts += [f"| {_plain(each.words)} | {_code(each.does)} |" for each in sentences]
    parts += ["", "## What may stand in the places", ""]
    for kind, words in MEANINGS.items():
        parts.append(f"- **{{{kind}}}**: {' · '.join(words)}")
    parts.append("- **{words}**: anything without quotation marks · **{n}**: a whole number")
    return "\n".join(parts) + "\n"


def _code(does: str) -> str:
    return does.replace("``", "`")


def _plain(words: str) -> str:
    """``{kind:Kind}`` as a reader needs it: ``{Kind}``."""
    shown = words
    for kind in MEANINGS:
        shown = shown.replace(f"{{{kind.lower()}:{kind}}}", f"{{{kind}}}")
    for name in ("d", "S", "Words"):
        while f":{name}}}" in shown:
            before, _, after = shown.partition(f":{name}}}")
            shown = f"{before}}}{after}"
    return shown


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
