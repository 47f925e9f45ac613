"""The page of the scenarios lists every sentence, and every file of scenarios is read."""

from __future__ import annotations

import runpy
from pathlib import Path

from tests.acceptance.steps.sentences import every_sentence

ROOT = Path(__file__).resolve().parents[2]
FEATURES = Path(__file__).parent / "features"


def test_the_page_lists_every_sentence_as_it_is_in_the_code() -> None:
    page = runpy.run_path(str(ROOT / "docs" / "generate_acceptance.py"))["page"]()
    assert (ROOT / "docs" / "acceptance.md").read_text("utf-8") == page, "run docs/generate_acceptance.py"


def test_every_sentence_says_what_it_does_and_is_said_once() -> None:
    sentences = every_sentence()
    assert all(each.does.endswith(".") for each in sentences)
    assert len({each.words for each in sentences}) == len(sentences)


def test_every_file_of_scenarios_is_read() -> None:
    for feature in FEATURES.glob("*.feature"):
        reader = FEATURES / f"test_{feature.stem}.py"
        assert f'scenarios("{feature.name}")' in reader.read_text("utf-8")
