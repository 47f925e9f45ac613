"""The first page comes before everything heavy: what it may import is checked in a process of its own."""

from __future__ import annotations

from pathlib import Path

from tests.benchmarks.practice import child


def test_until_its_first_paint_the_window_imports_nothing_heavy(tmp_path: Path) -> None:
    assert child("first_window", str(tmp_path), "--modules").split() == []
