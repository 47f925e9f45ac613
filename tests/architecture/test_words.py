"""Every file keeps every rule, and every rule sees the line that breaks it."""

import re

import pytest

from tests.architecture.rules import RULES, Rule
from tests.architecture.source import ROOT, python_files, read, text_files


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_every_file_keeps_the_rule(rule: Rule):
    found = [f"{s.path}:{line}" for s in python_files() if rule.applies(s) for line in rule.finds(s)]
    assert not found, "\n".join([rule.name, *found])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_rule_sees_what_breaks_it(rule: Rule):
    offender = read(rule.where, rule.offence)

    assert rule.applies(offender)
    assert list(rule.finds(offender))


def test_the_window_is_dressed_in_one_place():
    dressing = [
        s.path for s in python_files() if s.is_in("ui") for _ in re.finditer(r"\.setStyleSheet\(", s.text)
    ]

    assert len(dressing) <= 1, dressing


# spelt so that this file does not contain what it looks for
OF_ANOTHER_MACHINE = re.compile(
    r"p[y]pi\.org|p[y]thonhosted|registry\.n[p]m|deb\.d[e]bian|(?<![\w.~-])/(root|work|farm|home/\w+)/",
    re.IGNORECASE,
)


def test_no_file_names_a_package_index_or_a_path_of_somebodys_machine():
    found = [
        f"{name}:{number}"
        for name in text_files()
        for number, line in enumerate((ROOT / name).read_text("utf-8").splitlines(), 1)
        if OF_ANOTHER_MACHINE.search(line)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("line", ["see /{}/x.txt", "open('/{}/x.txt')", "file:///{}/simple"])
@pytest.mark.parametrize("machine", ["root", "work", "home/leyla"])
def test_such_a_path_would_be_seen(line: str, machine: str):
    assert OF_ANOTHER_MACHINE.search(line.format(machine))


def test_such_an_address_would_be_seen():
    assert OF_ANOTHER_MACHINE.search("https://PY" + "PI.org/simple")
