"""The suffix rule: no letter ever stands after a value (letters 0.2)."""

import pytest

from dost_desktop.catalogue.templates import BLANK, fill, flaws

VALUES = {"full_name", "date", "article", "article_ord", "year", "year_ord", "centre"}
CHOICES = {"level"}
CONDITIONS = {"article set"}

BAD = [
    ("{full_name}-ın müraciəti", "followed by a letter"),
    ("{full_name}ın müraciəti", "followed by a letter"),
    ("{centre}də", "followed by a letter"),
    ("{centre}’də", "followed by a letter"),
    ("{centre}'də", "followed by a letter"),
    ("{date}-dək", "followed by a letter"),
    ("⟨level⟩dən", "followed by a letter"),
    ("{date}[[article set|dən]]", "followed by a letter"),
    ("[[article set|{date}]]də", "followed by a letter"),
    ("{date}[[article set| və]]dən", "followed by a letter"),
    ("{article}-{year_ord} maddə", "ordinal ending"),
    ("{article_ord} maddə", "ordinal ending"),
    ("{nobody} tərəfindən", "unknown value: nobody"),
    ("⟨nothing⟩ təhsil", "unknown choice: nothing"),
    ("{level} təhsil", "unknown value: level"),
    ("[[moon full| mətn]]", "unknown condition: moon full"),
    ("{full_name", "bracket"),
    ("{Full Name}", "bracket"),
    ("[[article set mətn]]", "bracket"),
    ("⟨ali | orta⟩", "bracket"),
]
GOOD = [
    "{full_name} adlı şəxsin müraciəti",
    "{date} tarixinədək",
    "Qanununun {article}-{article_ord} maddəsi",
    "{year}-{year_ord} il",
    "№ {centre}, tarix: {date}.",
    "Qanunu[[article set|, {article}-{article_ord} maddə]].",
    "pay: [[article set|vardır: {date}|yoxdur]]",
    "(⟨level⟩)",
]


@pytest.mark.parametrize(("text", "reason"), BAD)
def test_a_bad_template_is_rejected_with_its_reason(text, reason):
    assert any(reason in flaw for flaw in flaws(text, VALUES, CHOICES, CONDITIONS))


@pytest.mark.parametrize("text", GOOD)
def test_a_good_template_is_taken(text):
    assert list(flaws(text, VALUES, CHOICES, CONDITIONS)) == []


def test_values_conditions_and_blanks_are_filled_once():
    blanks: set[str] = set()
    text = "{full_name}: [[article set|{article}|yoxdur]], {date}."

    filled = fill(text, {"full_name": "{date} ⟨x⟩ [[y|z]]", "date": ""}, lambda _: False, blanks)

    assert filled == f"{{date}} ⟨x⟩ [[y|z]]: yoxdur, {BLANK}."
    assert blanks == {"date"}


@pytest.mark.parametrize("ending", [".", "!", "?"])
def test_a_sentence_that_ends_itself_gets_no_second_full_stop(ending):
    assert fill("Səbəb: {date}.", {"date": f"belədir{ending}"}, lambda _: True) == f"Səbəb: belədir{ending}"
