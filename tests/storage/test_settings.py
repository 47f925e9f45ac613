"""Settings come back as they were saved; a mistake is named by its line, never a crash."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dost_desktop.settings.desk_settings import (
    Appearance,
    DeskSettings,
    Language,
    Printing,
    SettingsDamaged,
    SettingsNotWritten,
    Signing,
    SignWith,
    Theme,
    load_settings,
    save_settings,
)
from dost_desktop.settings.paths import home_paths

names = st.text(st.characters(codec="utf-8"), max_size=20)
appearances = st.builds(
    Appearance, st.sampled_from(Theme), st.floats(0.8, 2.0), st.sampled_from(Language), st.floats(0.25, 4.0)
)
settings = st.builds(
    DeskSettings,
    server_url=names,
    lock_after_minutes=st.integers(1, 120),
    last_agent=names,
    signing=st.builds(Signing, st.sampled_from(SignWith), names, names),
    printing=st.builds(Printing, names, names),
    agents=st.dictionaries(names, appearances, max_size=3),
)


@given(given_settings=settings)
def test_what_is_saved_comes_back(
    tmp_path_factory: pytest.TempPathFactory, given_settings: DeskSettings
) -> None:
    path = tmp_path_factory.getbasetemp() / "settings.toml"
    save_settings(path, given_settings)
    assert load_settings(path) == given_settings


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('server_url = "x"\nlock_after_minutes = \n', 2, "not TOML"),
        ('server_url = "x"\nlock_after_minutes = "ten"\n', 2, "not a int"),
        ("lock_after_minutes = true\n", 1, "not a int"),
        ("lock_after_minutes = 0\n", 1, "lock_after_minutes is 1 to 120"),
        ("\n\ncolour = 1\n", 3, "unknown name"),
        ('[signing]\nuse = "magic"\n', 2, "one of: pkcs12, pkcs11, hand"),
        (
            '[agents.leyla]\ntheme = "dark"\n\n[agents."o. x"]\ntext_scale = 9.0\n',
            5,
            "text_scale is 0.8 to 2.0",
        ),
        ("signing = 3\n", 1, "not a section"),
    ],
)
def test_a_mistake_is_named(tmp_path: Path, text: str, line: int, reason: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(text)
    with pytest.raises(SettingsDamaged) as damaged:
        load_settings(path)
    assert (damaged.value.facts["file"], damaged.value.facts["line"]) == ("settings.toml", line)
    assert str(damaged.value.facts["reason"]).startswith(reason)


def test_no_file_is_the_defaults_and_a_folder_is_said(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.toml") == DeskSettings()
    (tmp_path / "settings.toml").mkdir()
    with pytest.raises(SettingsDamaged):
        load_settings(tmp_path / "settings.toml")
    with pytest.raises(SettingsNotWritten):
        save_settings(tmp_path / "settings.toml", DeskSettings())
    (tmp_path / "bad.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsDamaged):
        load_settings(tmp_path / "bad.toml")


def test_home_is_named_by_hand_by_variable_or_by_the_system(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert home_paths(tmp_path).database == tmp_path / "data" / "desk.db"
    monkeypatch.setenv("DOST_HOME", str(tmp_path / "there"))
    assert home_paths().settings == tmp_path / "there" / "settings.toml"
    monkeypatch.delenv("DOST_HOME")
    system = home_paths()
    assert system.home not in system.markers.parents
