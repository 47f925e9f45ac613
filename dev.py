#!/usr/bin/env python3
"""One command for everything a developer does: ``python3 dev.py --help``.

Why it exists: a newcomer types one line in a fresh clone and has the program running. So every command first
does the whole set-up (Python, ``.venv`` from the hashed locks, system libraries, translations) and is instant
when there is nothing to do. Standard library only; Linux and Windows. An older Python can read it, to say so.
"""

from __future__ import annotations

import argparse
import ctypes
import hashlib
import importlib.util
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WINDOWS = sys.platform == "win32"
VENV = ROOT / ".venv"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = SCRIPTS / ("python.exe" if WINDOWS else "python")
READY = VENV / "ready"  # what is installed; written last
STARTED = VENV / "installing"  # there while an installation runs: found at the start, the last was cut off
TRANSLATIONS = ROOT / "resources" / "translations"
OLDEST_PYTHON = (3, 11)
IS_NEW_ENOUGH = f"import sys; sys.exit(sys.version_info < {OLDEST_PYTHON})"
LOCKS = ("desk", "central", "dev")  # each holds the one before it, in the same versions
ALONE = ("tests/ui/window", "tests/acceptance/features")  # alone: whole windows slow down all others
SEED = 20260302  # of the tests' order; `--randomly-seed=last` or a number changes it
CANNOT_SET_UP = 2

# What Qt's wheels load from the system, and the Debian package that brings it. Found with `readelf -d` on the
# parts the window uses; what those libraries need themselves, their packages bring.
QT_ALWAYS = """
libEGL.so.1=libegl1 libGL.so.1=libgl1 libX11.so.6=libx11-6 libbrotlidec.so.1=libbrotli1
libdbus-1.so.3=libdbus-1-3 libfontconfig.so.1=libfontconfig1 libfreetype.so.6=libfreetype6
libglib-2.0.so.0=libglib2.0-0 libgssapi_krb5.so.2=libgssapi-krb5-2 libxkbcommon.so.0=libxkbcommon0
libz.so.1=zlib1g libzstd.so.1=libzstd1
"""
QT_ON_A_DISPLAY = """
libX11-xcb.so.1=libx11-xcb1 libxcb-cursor.so.0=libxcb-cursor0 libxcb-icccm.so.4=libxcb-icccm4
libxcb-image.so.0=libxcb-image0 libxcb-keysyms.so.1=libxcb-keysyms1 libxcb-randr.so.0=libxcb-randr0
libxcb-render-util.so.0=libxcb-render-util0 libxcb-render.so.0=libxcb-render0
libxcb-shape.so.0=libxcb-shape0 libxcb-shm.so.0=libxcb-shm0 libxcb-sync.so.1=libxcb-sync1
libxcb-util.so.1=libxcb-util1 libxcb-xfixes.so.0=libxcb-xfixes0 libxcb-xkb.so.1=libxcb-xkb1
libxkbcommon-x11.so.0=libxkbcommon-x11-0
"""
TEST_TOOLS = "pdfsig=poppler-utils pdftotext=poppler-utils qpdf=qpdf softhsm2-util=softhsm2 initdb=postgresql"
POSTGRESQL = Path("/usr/lib/postgresql")  # where Debian puts its programs, and nothing on PATH


class SetUpError(Exception):
    """The set-up needs something from the person at the keyboard; the text says what."""


def say(text: str) -> None:
    print(text, flush=True)


# --- set-up ---------------------------------------------------------------------------------------------------


def set_up(lock: str, *, tools: str = "") -> None:
    """Everything a command needs: system libraries, ``.venv`` with ``lock`` in it, translations."""
    if sys.platform == "linux":
        install_system_packages(tools=tools)
    if not is_ready(lock):
        with one_at_a_time():
            if not is_ready(lock):  # another dev.py may have done it while this one waited
                make_venv()
                install(lock)
    compile_translations()


def is_ready(lock: str) -> bool:
    """Is ``lock`` (or one that holds it) installed as the files of today say, to the end?"""
    if STARTED.exists() or not (PYTHON.exists() and READY.exists()):
        return False
    return READY.read_text("utf-8") in [stamp(holding) for holding in LOCKS[LOCKS.index(lock) :]]


def stamp(lock: str) -> str:
    return f"{lock} {hashlib.sha256(b''.join(lock_file(each).read_bytes() for each in LOCKS)).hexdigest()}"


def lock_file(lock: str) -> Path:
    return ROOT / "requirements" / f"{lock}.txt"


@contextmanager
def one_at_a_time() -> Iterator[None]:
    """Two set-ups never write into one ``.venv``. SQLite's lock works everywhere and dies with its process."""
    waiting = sqlite3.connect(ROOT / ".venv.lock", isolation_level=None, timeout=1800)
    try:
        waiting.execute("BEGIN EXCLUSIVE")
        yield
    finally:
        waiting.close()


def make_venv() -> None:
    """A ``.venv`` whole, with a Python that runs and is new enough; anything else there is replaced."""
    if not STARTED.exists() and succeeds(PYTHON, "-c", IS_NEW_ENOUGH, quiet=True):
        return
    say("making .venv")
    base = getattr(sys, "_base_executable", sys.executable)
    # without pip: Debian's Python has none to give until python3-venv is there, and uv needs none
    if not succeeds(base, "-m", "venv", "--clear", "--without-pip", VENV):
        raise SetUpError(f"{base} could not make {VENV}; the lines above say why.")


def install(lock: str) -> None:
    """``lock`` into ``.venv``: by uv if it is there (seconds), else, or if uv finds no way, by pip."""
    say(f"installing requirements/{lock}.txt (the first time takes about a minute)")
    STARTED.touch()
    how = ["install", "--quiet", "--require-hashes", "--only-binary=:all:", "-r", str(lock_file(lock))]
    uv = shutil.which("uv")
    if not (uv and succeeds(uv, "pip", *how, "--python", PYTHON)):
        if uv:
            say("uv could not; now pip tries")
        get_pip()
        if not succeeds(PYTHON, "-m", "pip", "--disable-pip-version-check", *how):
            raise SetUpError(
                "The libraries could not be installed; the lines above say why. Usually it is the network or\n"
                "pip's own configuration (`pip config list`). Mend it and type the same command again."
            )
    READY.write_text(stamp(lock), "utf-8")
    STARTED.unlink()


def get_pip() -> None:
    if succeeds(PYTHON, "-c", "import pip", quiet=True):
        return
    if importlib.util.find_spec("ensurepip") is None:
        install_packages(["python3-venv"], "Python's own pip")
    if not succeeds(PYTHON, "-m", "ensurepip", quiet=True):
        raise SetUpError(f"{sys.executable} brings no pip. Install a Python that has it, or uv.")


def succeeds(*command: str | Path, quiet: bool = False) -> bool:
    """Run it and see; a program that is not there does not succeed. ``quiet``: the answer is all we want."""
    to = subprocess.DEVNULL if quiet else None
    try:
        return subprocess.call([str(part) for part in command], cwd=ROOT, stdout=to, stderr=to) == 0
    except OSError:
        return False


def install_system_packages(*, tools: str) -> None:
    """What Qt loads from the system and, for the tests, the programs that judge a PDF from outside."""
    libraries = pairs(QT_ALWAYS + QT_ON_A_DISPLAY if os.environ.get("DISPLAY") else QT_ALWAYS)
    missing = [name for name in libraries if not loads(name)]
    if missing:
        install_packages([libraries[name] for name in missing], f"Qt ({', '.join(missing)})")
    programs = pairs(tools)
    missing = [name for name in programs if not (shutil.which(name) or any(POSTGRESQL.glob(f"*/bin/{name}")))]
    if missing:
        try:
            install_packages([programs[name] for name in missing], f"the tests ({', '.join(missing)})")
        except SetUpError as lacking:
            say(f"{lacking}\nGoing on: only the tests that need one of these will fail.")


def pairs(text: str) -> dict[str, str]:
    return dict(pair.split("=") for pair in text.split())


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install_packages(packages: list[str], needed_by: str) -> None:
    """Debian packages: installed when we are root, else the one command to type is raised as ``SetUpError``."""
    names = sorted(set(packages))
    apt = shutil.which("apt-get")
    if not apt:
        raise SetUpError(f"Missing for {needed_by}. Install it with this system's package manager.")
    if sys.platform == "win32" or os.geteuid() != 0:
        command = f"sudo apt-get update && sudo apt-get install -y {' '.join(names)}"
        raise SetUpError(f"Missing for {needed_by}. Type this once, then the same again:\n\n    {command}\n")
    say("installing system packages: " + " ".join(names))
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    installing = [apt, "install", "-y", "-qq", "--no-install-recommends", *names]
    for step in ([apt, "update", "-qq"], installing):
        done = subprocess.run(step, env=env, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SetUpError(f"apt-get could not install what {needed_by} needs:\n{done.stderr}")


def compile_translations() -> None:
    """A ``.qm`` beside every ``.ts`` that has none or has newer words."""
    stale = [ts for ts in TRANSLATIONS.glob("*.ts") if changed(ts.with_suffix(".qm")) < changed(ts)]
    code = "import pathlib, sys, ui.infra.translation as t; t.build_translations(pathlib.Path(sys.argv[1]))"
    if stale and not succeeds(PYTHON, "-c", code, TRANSLATIONS):
        raise SetUpError("Not compiled: " + ", ".join(ts.name for ts in stale))


def changed(path: Path) -> float:
    return path.stat().st_mtime if path.exists() else 0.0


# --- commands: each gives the exit code -----------------------------------------------------------------------


def environment(*, offscreen: bool) -> dict[str, str]:
    """This process's, with UTF-8 everywhere (Qt and Python warn without it) and, if asked, no real window."""
    env = {**os.environ, "PYTHONUTF8": "1"}
    locale = env.get("LC_ALL") or env.get("LC_CTYPE") or env.get("LANG") or ""
    if not WINDOWS and "utf" not in locale.lower():
        env["LC_ALL"] = "C.UTF-8"
    if offscreen:
        env["QT_QPA_PLATFORM"] = "offscreen"
    return env


def become(*arguments: str, offscreen: bool = False) -> int:
    """Turn into ``.venv``'s Python: exit code, Ctrl+C and signals are then the program's own."""
    os.chdir(ROOT)
    command = [str(PYTHON), *arguments]
    if not WINDOWS:
        os.execve(PYTHON, command, environment(offscreen=offscreen))
    running = subprocess.Popen(command, env=environment(offscreen=offscreen))  # Windows: exec would not wait
    while True:
        try:
            return running.wait()
        except KeyboardInterrupt:  # the console sent it to the program too, which ends in its own way
            continue


def run(options: argparse.Namespace) -> int:
    set_up("central")
    flags = ["--fresh"] * options.fresh + ["--tour"] * options.tour
    return become("-m", "dost_desktop", "practice", "--home", str(ROOT / "demo"), *flags)


def tour(options: argparse.Namespace) -> int:
    out = Path(options.out).resolve()  # before become() changes the folder
    set_up("central")
    return become("-m", "dost_desktop", "tour", "--out", str(out), offscreen=True)


def of_tests(options: argparse.Namespace) -> int:
    set_up("dev", tools=TEST_TOOLS)
    return become("-m", f"tests.{options.program}", *options.rest, offscreen=True)


def lint(_options: argparse.Namespace) -> int:
    set_up("dev")
    return check_each(static_checks())


def test(options: argparse.Namespace) -> int:
    set_up("dev", tools=TEST_TOOLS + " chromium=chromium chromedriver=chromium-driver" * options.long)
    # tests wait for windows, servers and disks as often as for a processor
    pytest = [str(PYTHON), "-m", "pytest", "-n", "3", f"--randomly-seed={SEED}", *options.rest]
    pytest += ["-m", "not long"] * (not options.long)
    if any((ROOT / word.partition("::")[0]).exists() for word in options.rest):
        return check_each({**static_checks(), "pytest": pytest})
    alone = {Path(each).name: [*pytest, "-n", "4", "--dist=loadfile", each] for each in ALONE}
    alone["postgresql"] = [*pytest, "--on=postgresql", "tests/central_api"]
    return check_each(static_checks() | {"pytest": [*pytest, *map("--ignore={}".format, ALONE)]} | alone)


def format_code(_options: argparse.Namespace) -> int:
    set_up("dev")
    return check_each({"mend": [script("ruff"), "check", "--fix"], "format": [script("ruff"), "format"]})


def translations(_options: argparse.Namespace) -> int:
    """Take the words from the source into the ``.ts`` files and compile them."""
    set_up("dev")
    sources = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.py"))
    update = [script("pyside6-lupdate"), *sources, "-locations", "none", "-ts"]
    # the target language brings the plural forms; without it they vanish silently
    wanted = {ts: {"az": "az_AZ", "ru": "ru_RU"}[ts.stem[-2:]] for ts in TRANSLATIONS.glob("dost_??.ts")}
    failed = check_each({ts.name: [*update, str(ts), "-target-language", to] for ts, to in wanted.items()})
    compile_translations()
    return failed


def lock(options: argparse.Namespace) -> int:
    set_up("dev")
    making = [str(PYTHON), "requirements/locks.py", "make", *["--upgrade"] * options.upgrade]
    return check_each({"lock": making})


def only_set_up(_options: argparse.Namespace) -> int:
    set_up("dev", tools=TEST_TOOLS)
    say("ready")
    return 0


def script(name: str) -> str:
    return str(SCRIPTS / (f"{name}.exe" if WINDOWS else name))


def static_checks() -> dict[str, list[str]]:
    return {
        "locks": [str(PYTHON), "requirements/locks.py", "check"],
        "ruff check": [script("ruff"), "check"],
        "ruff format": [script("ruff"), "format", "--check"],
        "mypy": [script("mypy")],
        "import-linter": [script("lint-imports")],
    }


def check_each(checks: dict[str, list[str]]) -> int:
    """Run every check, whatever the ones before said; then the table and one plain last line."""
    table, failed, start = [], [], time.monotonic()
    for name, command in checks.items():
        say(f"\n--- {name}: {' '.join([Path(command[0]).name, *command[1:]])[:200]}")
        began = time.monotonic()
        passed = (
            subprocess.run(command, cwd=ROOT, env=environment(offscreen=True), check=False).returncode == 0
        )
        table.append(f"{name:<16} {'passed' if passed else 'FAILED':<8} {time.monotonic() - began:7.1f}")
        failed += [name] * (not passed)
    say("\n".join(["", "check            result   seconds", *table, ""]))
    said = f"FAILED: {', '.join(failed)}" if failed else f"all {len(checks)} checks passed"
    say(f"{said} ({time.monotonic() - start:.0f} s)")
    return 1 if failed else 0


# --- the command line -----------------------------------------------------------------------------------------


def command_line() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py", description="Sets up what is missing, then:", allow_abbrev=False
    )
    commands = parser.add_subparsers(metavar="command", required=True)

    def add(act: Callable[[argparse.Namespace], int], name: str, text: str) -> argparse.ArgumentParser:
        command = commands.add_parser(name, help=text, description=text, allow_abbrev=False)
        command.set_defaults(act=act)
        return command

    opening = add(run, "run", "the practice office: central API, demo data, window; no display: the tour")
    opening.add_argument("--fresh", action="store_true", help="start over; the old demo/ is moved aside")
    opening.add_argument("--tour", action="store_true", help="play the guided tour even on a display")
    touring = add(tour, "tour", "the guided tour by itself")
    touring.add_argument("--out", default="demo/tour", help="folder for what it makes")
    testing = add(test, "test", "all checks and tests; further arguments go to pytest")
    testing.add_argument("--long", action="store_true", help="the long tests too")
    add(of_tests, "bench", "measure the promises, each by its baseline").set_defaults(program="benchmarks")
    add(of_tests, "faults", "bad lines and kills: --minutes, --seed, …").set_defaults(program="faults")
    add(lint, "lint", "the checks without the tests")
    add(format_code, "format", "format the code and mend what can be mended by itself")
    add(translations, "translations", "take new words into the translations and compile them")
    locking = add(lock, "lock", "make the locks in requirements/ anew from pyproject.toml")
    locking.add_argument("--upgrade", action="store_true", help="to the newest allowed versions")
    add(only_set_up, "setup", "the set-up alone")
    return parser


def with_a_newer_python(arguments: list[str]) -> int:
    """This Python is too old: go on with a newer one if the machine has it, else say what is needed."""
    for name in ("python3.13", "python3.12", "python3.11", "python3.14", "py"):
        newer = shutil.which(name)
        if newer and succeeds(newer, "-c", IS_NEW_ENOUGH, quiet=True):
            return subprocess.call([newer, __file__, *arguments])
    say(f"DOST Desktop needs Python 3.11 or newer; this is {sys.version.split()[0]} ({sys.executable}).")
    say(
        "Debian, Ubuntu: sudo apt-get install python3 python3-venv; Windows: winget install Python.Python.3.13"
    )
    say(f"Then type: python3 dev.py {' '.join(arguments)}")
    return CANNOT_SET_UP


def main(arguments: list[str]) -> int:
    if sys.version_info < OLDEST_PYTHON:
        return with_a_newer_python(arguments)
    parser = command_line()
    options, rest = parser.parse_known_args(arguments)
    options.rest = rest
    if rest and options.act not in (test, of_tests):
        parser.error(f"not understood: {' '.join(rest)}")
    try:
        return int(options.act(options))
    except SetUpError as problem:
        print(f"\n{problem}", file=sys.stderr)
        return CANNOT_SET_UP
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
