"""A catalogue that comes over the line writes nothing outside its own folder, on whichever system."""

from __future__ import annotations

import pytest

from dost_desktop.catalogue.bundle import Bundle, bundle_of, bundle_version


def _bundle(name: str) -> Bundle:
    files = {"catalogue/office.toml": "x", name: "x"}
    return Bundle(bundle_version(files), "law", files)


@pytest.mark.parametrize(
    "name",
    [
        "letters/a\\..\\..\\..\\trust\\mine.pem",
        "letters/C:mine.toml",
        "letters/\\\\host\\share\\mine.toml",
        "letters/a\0.toml",
        "letters/../mine.toml",
        "../mine.toml",
        "letters/.mine.toml",
        "theme/mine.toml",
        "letters/mine.exe",
    ],
)
def test_a_name_that_leaves_its_folder_is_none(name: str) -> None:
    assert not _bundle(name).is_sound


def test_what_ships_and_the_root_certificate_of_an_office_may_travel() -> None:
    assert bundle_of("law").is_sound
    assert _bundle("trust/Kök sertifikat (2026).pem").is_sound
