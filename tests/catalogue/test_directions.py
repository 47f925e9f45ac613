"""The directions of a centre: employment among them, named in three languages; a broken file says where."""

from __future__ import annotations

from pathlib import Path

import pytest

from dost_desktop.catalogue.directions import load_directions
from dost_desktop.catalogue.files import CatalogueBroken
from dost_desktop.contract.messages import EMPLOYMENT


def test_employment_comes_first_and_each_has_its_names() -> None:
    directions = load_directions()
    assert next(iter(directions)) == EMPLOYMENT
    assert directions[EMPLOYMENT].name.az == "Məşğulluq"
    names = [name for each in directions.values() for name in (each.name.az, each.name.en, each.name.ru)]
    assert len(set(names)) == len(names)


def test_a_direction_that_stands_twice_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "catalogue").mkdir()
    one = '[[direction]]\nid = "employment"\nname = { az = "a", en = "b", ru = "c" }\n'
    (tmp_path / "catalogue" / "directions.toml").write_text(one + one, encoding="utf-8")
    with pytest.raises(CatalogueBroken) as broken:
        load_directions(tmp_path)
    assert broken.value.facts["line"] == 5
