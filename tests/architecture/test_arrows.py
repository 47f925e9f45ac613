"""Each contract of pyproject.toml is broken once on purpose, in a copy of the packages, and must be reported.

That the real packages keep them is the check `import-linter` of ``dev.py test``.
"""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.source import ROOT

LINTER = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["importlinter"]
NAMES = {contract["id"]: contract["name"] for contract in LINTER["contracts"]}
OFFENCES = {
    "layers": ("dost_desktop.domain", "import dost_desktop.storage"),
    "qt": ("dost_desktop.services", "import PySide6.QtCore"),
    "window": ("ui", "import sqlalchemy"),
    "reports": ("reports", "import requests"),
    "domain": ("dost_desktop.domain", "import pydantic"),
    "presenters": ("ui.screens.first.presenter", "import PySide6.QtWidgets"),
    "screens": ("ui.screens.first.view", "import ui.screens.second.view"),
    "server": ("central_api", "import dost_desktop.storage"),
}


def modules_named(value: object) -> set[str]:
    """Every module of ours that the contracts speak of."""
    if isinstance(value, dict):
        return {
            name
            for key, each in value.items()
            if key not in {"name", "id", "type"}
            for name in modules_named(each)
        }
    if isinstance(value, list):
        return {name for each in value for name in modules_named(each)}
    found = {part.strip() for part in str(value).replace("->", "|").split("|")}
    return {name for name in found if name.split(".")[0] in LINTER["root_packages"]}


def packages(folder: Path) -> Path:
    """All modules the contracts name, empty, with the few imports that they expressly allow."""
    real = {name for name in modules_named(LINTER) if "*" not in name}
    for name in real | {
        f"ui.screens.{screen}.{part}" for screen in ("first", "second") for part in ("view", "presenter")
    }:
        package = folder.joinpath(*name.split("."))
        package.mkdir(parents=True, exist_ok=True)
        while package != folder:
            (package / "__init__.py").touch()
            package = package.parent
    for allowed in (line for contract in LINTER["contracts"] for line in contract.get("ignore_imports", ())):
        importer, imported = allowed.split(" -> ")
        write(folder, importer, f"import {imported}")
    settings = (ROOT / "pyproject.toml").read_text("utf-8")
    (folder / "pyproject.toml").write_text(settings[settings.index("[tool.importlinter]") :], "utf-8")
    return folder


def write(folder: Path, module: str, line: str) -> None:
    with folder.joinpath(*module.split("."), "__init__.py").open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def judgement(folder: Path) -> str:
    code = "import sys; from importlinter.cli import lint_imports; sys.path[0] = '.'; lint_imports(no_cache=True)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=False
    )
    assert not done.stderr
    return done.stdout


def test_the_empty_packages_break_nothing(tmp_path):
    assert f"{len(NAMES)} kept, 0 broken" in judgement(packages(tmp_path))


def test_every_contract_has_its_offence():
    assert OFFENCES.keys() == NAMES.keys()


@pytest.mark.parametrize("contract", OFFENCES)
def test_a_broken_contract_is_reported(tmp_path, contract):
    write(packages(tmp_path), *OFFENCES[contract])

    assert f"{NAMES[contract]} BROKEN" in judgement(tmp_path)
