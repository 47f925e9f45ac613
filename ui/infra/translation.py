"""Words of other languages: finds, compiles where needed and installs the Qt translations."""

from __future__ import annotations

import sys
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

import PySide6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

LANGUAGES: Final = ("az", "en", "ru")


def sources() -> Path:
    """The folder of the ``.ts`` files."""
    with as_file(files("resources").joinpath("translations")) as folder:
        return folder


def build_translations(into: Path, source: Path | None = None) -> list[Path]:
    """Compile every ``.ts`` into ``into`` where the ``.qm`` is missing or older; gives the files made.

    Raises ``subprocess.CalledProcessError`` when a file is broken.
    """
    into.mkdir(parents=True, exist_ok=True)
    made = []
    for ts in sorted((source or sources()).glob("*.ts")):
        qm = into / f"{ts.stem}.qm"
        if qm.exists() and qm.stat().st_mtime >= ts.stat().st_mtime:
            continue
        import subprocess  # noqa: PLC0415 - only where the words are new; a start does not wait for it

        subprocess.run(  # noqa: S603 - the compiler that came with PySide6, with paths of this program
            [_compiler(), "-silent", str(ts), "-qm", str(qm)],
            check=True,
            capture_output=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # Windows: no console flashes up
        )
        made.append(qm)
    return made


def _compiler() -> str:
    folder = Path(PySide6.__file__).parent
    return str(folder / ("lrelease.exe" if sys.platform == "win32" else "lrelease"))


def install_language(app: QCoreApplication, language: str, compiled: Path) -> list[QTranslator]:
    """Let the program speak ``language`` (az, en, ru): its own words and Qt's.

    English is the language of the source and has no file. Gives the installed translators; ``remove_language``
    takes them back when the agent changes the language.
    """
    QLocale.setDefault(
        QLocale(QLocale.Language.Azerbaijani if language == "az" else QLocale(language).language())
    )
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    installed: list[QTranslator] = []
    for name, folder in (
        (f"qtbase_{language}", qt_folder),
        (f"qtbase_{language}", str(compiled)),
        (f"dost_{language}", str(compiled)),
    ):
        file = Path(folder, f"{name}.qm")
        translator = _InMemory(app)
        if file.is_file() and translator.load(translator.keep(file.read_bytes())):
            app.installTranslator(translator)
            installed.append(translator)
    return installed


class _InMemory(QTranslator):
    """Read whole: a file that Qt maps may be exchanged under it by an upgrade, and Qt does not copy what it reads."""

    def keep(self, words: bytes) -> bytes:
        """The same bytes, alive as long as the translator."""
        self._words = words
        return words


def remove_language(app: QCoreApplication, installed: list[QTranslator]) -> None:
    """Take back what ``install_language`` gave."""
    for translator in installed:
        app.removeTranslator(translator)
        translator.deleteLater()
