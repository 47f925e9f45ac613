"""Each benchmark runs and gives a ratio; how fast anything is, no test says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.benchmarks.__main__ import BENCHMARKS, main
from tests.benchmarks.figure import Figure, medians
from tests.benchmarks.server_desks import server_desks
from tests.benchmarks.server_growth import server_growth
from tests.benchmarks.server_requests import server_requests


@pytest.mark.long
@pytest.mark.parametrize("name", BENCHMARKS)
def test_a_benchmark_gives_ratios_as_table_and_json(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "bench.json"
    assert (
        main(["--only", name, "--runs", "1", "--persons", "20000", "--events", "12000", "--json", str(kept)])
        == 0
    )
    figures = json.loads(kept.read_text("utf-8"))["figures"]
    printed = capsys.readouterr().out
    assert figures
    for each in figures:
        assert each["ratio"] > 0
        assert each["what"] in printed


def test_requests_are_measured_beside_a_bare_server_that_does_the_same() -> None:
    figures = server_requests(on=("sqlite",), rounds=2, a_round=6, desks=2)
    assert [each.what.partition(" on ")[0] for each in figures] == [
        "push of one run",
        "reading a file",
        "a page of the feed",
    ]
    assert all(each.ours > 0 and each.baseline > 0 for each in figures)


@pytest.mark.long
def test_desks_of_a_morning_are_measured_at_a_real_server() -> None:
    slowest, news = server_desks(on=("sqlite",), desks=3, seconds=2, pause=0.05)
    assert slowest.ratio >= 1
    assert news.ours >= 0


@pytest.mark.long
def test_a_long_history_is_measured_beside_a_short_one() -> None:
    figures = server_growth(on=("sqlite",), stored=600, few=300, runs=1, desks=2)
    assert {each.beside for each in figures} == {"300 events"}
    assert len(figures) == 8


def test_parts_take_turns_and_the_first_turns_do_not_count() -> None:
    turns: list[str] = []
    spent = iter([900.0, 1.0, 2.0, 3.0])

    def ours() -> float:
        turns.append("ours")
        return next(spent)

    def bare() -> float:
        turns.append("bare")
        return 2.0

    assert medians(3, {"bare": bare, "ours": ours}, warm=1) == {"bare": 2.0, "ours": 2.0}
    assert turns == ["bare", "ours"] * 4


@pytest.mark.parametrize(
    ("figure", "promise", "kept"),
    [
        (Figure("a", "b", 5.0, 2.0, most=2.5), "<= 2.5 x", True),
        (Figure("a", "b", 5.1, 2.0, most=2.5), "<= 2.5 x", False),
        (Figure("a", "b", 50.0, 2.0, limit=50), "<= 50 ms", True),
        (Figure("a", "b", 50.1, 2.0, limit=50), "<= 50 ms", False),
        (Figure("a", "b", 50.1, 2.0), "", None),
    ],
)
def test_a_promise_is_of_the_ratio_or_of_the_figure_itself(
    figure: Figure, promise: str, kept: bool | None
) -> None:
    assert (figure.promise, figure.is_kept) == (promise, kept)
