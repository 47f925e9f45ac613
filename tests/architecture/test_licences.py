"""What we ship may be given to anybody: nothing under the GPL comes with it."""

import importlib.metadata
import re

import pytest

from tests.architecture.source import ROOT

NOT_IN_ITS_METADATA = {"sqlcipher3": "Zlib"}  # read in the package's own LICENSE file


def shipped() -> list[str]:
    """Everything that a desk or the central API installs and that this system has."""
    lock = (ROOT / "requirements" / "central.txt").read_text("utf-8")
    here = {dist.metadata["Name"].lower().replace("_", "-") for dist in importlib.metadata.distributions()}
    return [
        name
        for name in re.findall(r"^([\w.-]+)==", lock, re.MULTILINE)
        if name.lower().replace("_", "-") in here
    ]


def licence(name: str) -> str:
    about = importlib.metadata.metadata(name)
    classified = [
        each.split(" :: ")[-1] for each in about.get_all("Classifier") or [] if "License ::" in each
    ]
    stated = about.get("License-Expression") or "; ".join(classified) or about.get("License") or ""
    return NOT_IN_ITS_METADATA.get(name, stated)


def is_free_to_ship(licence: str) -> bool:
    """One alternative without GPL is enough; the LGPL lets us ship the library beside the program."""
    alternatives = re.split(r"\bOR\b", licence)
    return any(
        each.strip() and not re.search(r"(?<!L)A?GPL|(?<!Lesser )General Public", each)
        for each in alternatives
    )


@pytest.mark.parametrize("name", shipped())
def test_a_library_we_ship_is_free_to_ship(name):
    assert is_free_to_ship(licence(name)), licence(name)


@pytest.mark.parametrize(
    ("licence", "free"),
    [
        ("MIT", True),
        ("LGPL-3.0-only OR GPL-2.0-only", True),
        ("GNU Lesser General Public License v2 or later (LGPLv2+)", True),
        ("GPL-3.0-or-later", False),
        ("AGPL-3.0", False),
        ("GNU General Public License v3", False),
        ("", False),
    ],
)
def test_the_licence_is_read_right(licence, free):
    assert is_free_to_ship(licence) is free
