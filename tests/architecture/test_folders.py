"""Whoever opens a folder is told in fifteen lines what lives there; every screen has the same three parts."""

from pathlib import PurePosixPath

from tests.architecture.source import PACKAGES, ROOT, python_files

CODE = sorted({str(PurePosixPath(s.path).parent) for s in python_files() if s.is_in(*PACKAGES)})


def test_every_folder_says_what_lives_in_it():
    without = [
        f for f in CODE if not f.endswith("migrations/versions") and not (ROOT / f / "README.md").is_file()
    ]
    assert not without, "\n".join(without)


def test_and_says_it_briefly():
    readmes = [ROOT / folder / "README.md" for folder in CODE]
    long = [
        str(r.relative_to(ROOT)) for r in readmes if r.is_file() and r.read_text("utf-8").count("\n") > 15
    ]
    assert not long, "\n".join(long)


def test_every_screen_has_a_view_a_presenter_and_a_readme():
    screens = [
        path for path in (ROOT / "ui" / "screens").iterdir() if path.is_dir() and path.name != "__pycache__"
    ]
    wanted = ("view.py", "presenter.py", "README.md")
    missing = [f"{s.name}/{part}" for s in screens for part in wanted if not (s / part).is_file()]
    assert not missing, "\n".join(missing)
