"""Makes the locks beside it from pyproject.toml, and checks offline that they still fit it.

``dev.py lock`` and ``dev.py test`` run it with ``.venv``'s Python.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
PARTS = {
    "dev": ["--extra", "central", "--extra", "s3", "--group", "dev"],
    "central": ["--extra", "central"],
    "desk": [],
}
TARGETS = [
    (platform, python)
    for platform in ("x86_64-pc-windows-msvc", "x86_64-manylinux_2_34")
    for python in ("3.11", "3.13")
]


def make(*flags: str) -> int:
    """Lock the newest allowed versions (``--upgrade``) or as few changes as needed; then prove wheels exist."""
    uv = shutil.which("uv")
    if not uv:
        print("Locking needs uv on PATH (everything else works without it).")
        return 2
    compiling = [uv, "pip", "compile", "pyproject.toml", "--quiet", "--universal", "--python-version=3.11"]
    compiling += ["--generate-hashes", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links"]
    compiling += ["--custom-compile-command=python3 dev.py lock"]
    for part, extras in PARTS.items():  # the widest first; the others follow its versions
        choice = list(flags) if part == "dev" else ["--constraint=requirements/dev.txt"]
        subprocess.run(
            [*compiling, *extras, *choice, f"--output-file=requirements/{part}.txt"], cwd=ROOT, check=True
        )
    trying = [uv, "pip", "install", "--dry-run", "--quiet", "--only-binary=:all:", "--require-hashes"]
    trying += ["--requirements=requirements/dev.txt", "--target=.venv/nowhere"]
    for platform, python in TARGETS:
        where = [f"--python-platform={platform}", f"--python-version={python}"]
        subprocess.run([*trying, *where], cwd=ROOT, check=True)
        print(f"wheels for everything: {platform}, Python {python}")
    return 0


def check() -> int:
    """Is what pyproject.toml asks for locked in an allowed version, and in the same one in all three files?"""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    desk = project["project"]["dependencies"]
    central = desk + project["project"]["optional-dependencies"]["central"]
    wanted = {"desk": desk, "central": central, "dev": central + project["dependency-groups"]["dev"]}
    locks = {part: locked(part) for part in PARTS}
    wrong = [
        f"{wish} is not in requirements/{part}.txt"
        for part, wishes in wanted.items()
        for wish in map(Requirement, wishes)
        if not any(wish.specifier.contains(v) for v in locks[part].get(canonicalize_name(wish.name), ()))
    ]
    wrong += [
        f"{name} differs between requirements/{part}.txt and requirements/dev.txt"
        for part in ("desk", "central")
        for name, versions in locks[part].items()
        if not versions <= locks["dev"].get(name, set())
    ]
    for line in wrong:
        print(f"{line}; type: python3 dev.py lock")
    return 1 if wrong else 0


def locked(part: str) -> dict[str, set[str]]:
    """Versions by name; a library may have two, for different Pythons or systems."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(
        r"^([\w.-]+)==([^\s;\\]+)", (HERE / f"{part}.txt").read_text("utf-8"), re.MULTILINE
    ):
        found.setdefault(canonicalize_name(name), set()).add(version)
    return found


if __name__ == "__main__":
    sys.exit({"make": make, "check": check}[sys.argv[1]](*sys.argv[2:]))
