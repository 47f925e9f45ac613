"""The words of the office's papers: every one can be said, and a line that may not be printed stops the start."""

from pathlib import Path
from shutil import copytree

import pytest

import resources
from dost_desktop.catalogue.catalogue import load_catalogue
from dost_desktop.catalogue.files import CatalogueBroken
from dost_desktop.catalogue.office_paper import LineKind
from dost_desktop.domain.vocabulary import (
    ApplicationKind,
    ApplicationState,
    Education,
    EmployerAnswer,
    Status,
)

SHIPPED = Path(resources.__file__).parent
PAPERS = load_catalogue().papers

BROKEN = [
    ("referral.toml", "{full_name} (doğum", "{full_name}nin (doğum", "followed by a letter"),
    ("referral.toml", "{vacancy_no}", "{vacancy}", "unknown value: vacancy"),
    ("referral.toml", 'when = "specialty"', 'when = "special"', "unknown condition: special"),
    ("referral.toml", 'kind = "signer"', 'kind = "signature"', "kind"),
    ("confirmations.toml", 'id = "confirm.unemployed"', 'id = "confirm.jobseeker"', "stands twice"),
    ("confirmations.toml", 'id = "cancel.study"', 'id = "cancel.marriage"', "no such ground"),
    ("confirmations.toml", "[[application_no|, № {application_no}]]", "[[applied|, № 1]]", "condition"),
    ("forms.toml", 'use = "helped"', 'use = "help"', "no such shared lines"),
    ("forms.toml", "{agent_name}", "{agent}", "unknown value: agent"),
    ("file_extract.toml", "{extract_time} vəziyyətinə", "{extract_time}-ə", "followed by a letter"),
]


@pytest.mark.parametrize(("file", "before", "after", "reason"), BROKEN)
def test_a_line_that_may_not_be_printed_stops_the_start(
    tmp_path: Path, file: str, before: str, after: str, reason: str
) -> None:
    copytree(SHIPPED, tmp_path / "resources", ignore=lambda _, names: {"__pycache__"} & set(names))
    broken = tmp_path / "resources" / "letters" / file
    text = broken.read_text("utf-8")
    assert before in text
    broken.write_text(text.replace(before, after, 1), "utf-8")
    with pytest.raises(CatalogueBroken) as raised:
        load_catalogue(tmp_path / "resources")
    assert raised.value.facts["file"] == file
    assert reason in str(raised.value.facts["reason"])
    line = int(str(raised.value.facts["line"]))
    assert after in broken.read_text("utf-8").splitlines()[line - 1]


def test_a_ground_without_words_stops_the_start(tmp_path: Path) -> None:
    copytree(SHIPPED, tmp_path / "resources", ignore=lambda _, names: {"__pycache__"} & set(names))
    file = tmp_path / "resources" / "letters" / "confirmations.toml"
    text = file.read_text("utf-8")
    file.write_text(text[: text.index('[[ground]]\nid = "cancel.study"')], "utf-8")
    with pytest.raises(CatalogueBroken, match=r"no words for the ground cancel\.study"):
        load_catalogue(tmp_path / "resources")


@pytest.mark.parametrize(
    ("words", "members"),
    [
        ("application_kind", list(ApplicationKind)),
        ("application_state", list(ApplicationState)),
        ("education", list(Education)),
        ("employer_answer", ["open", *EmployerAnswer]),
        ("registered_as", list(Status)),
        ("status", [Status.JOBSEEKER, Status.UNEMPLOYED]),
        ("status_title", [Status.JOBSEEKER, Status.UNEMPLOYED]),
        ("basis", ["none", EmployerAnswer.NOT_HIRED, EmployerAnswer.SILENT]),
    ],
)
def test_every_member_of_a_closed_set_has_its_word(words: str, members: list[str]) -> None:
    assert set(PAPERS.words[words]) == set(members)
    assert all(PAPERS.words[words].values())


def test_every_paper_that_the_agent_signs_has_a_place_for_it() -> None:
    for paper in PAPERS.papers.values():
        kinds = [line.kind for line in paper.lines]
        assert (LineKind.SIGNER in kinds) is not paper.id.startswith("form."), paper.id
