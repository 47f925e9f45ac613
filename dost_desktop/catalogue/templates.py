"""The small language of the letter texts, with the rule that protects it: no value ever carries a suffix.

``{name}`` is a value, ``⟨name⟩`` a phrase chosen from the catalogue, ``[[condition|text]]`` text under a condition,
``[[condition|text|else]]`` one of two texts.
Source: letters 0.1, 0.2.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from typing import Final

BLANK: Final = "______"
"""What a preview shows where a value is not there yet."""

_VALUE: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_CHOICE: Final = re.compile(r"⟨([a-z][a-z0-9_]*)⟩")
_NAME: Final = re.compile(r"\{([a-z][a-z0-9_]*)\}|⟨([a-z][a-z0-9_]*)⟩")
_NAME_AND_STOP: Final = re.compile(rf"(?:{_NAME.pattern})(\.?)")
_CONDITIONAL: Final = re.compile(r"\[\[([a-z0-9_ ]+)\|([^|\[\]]*)(?:\|([^|\[\]]*))?\]\]")
_SUFFIX: Final = re.compile(r"[}⟩][-'’]?[^\W\d_]")
_ORDINAL: Final = re.compile(r"\{[a-z0-9_]+_ord\}")
_COMPUTED_PAIR: Final = re.compile(r"\{([a-z0-9_]+)\}-\{\1_ord\}")
_MARKUP: Final = re.compile(r"[{}⟨⟩]|\[\[|\]\]")


def flaws(text: str, values: Set[str], choices: Set[str], conditions: Set[str]) -> Iterator[str]:
    """What is wrong with a template: the reasons, in English; nothing if it may be used."""
    variants = (_CONDITIONAL.sub(r"\2", text), _CONDITIONAL.sub(r"\3", text))
    if any(_SUFFIX.search(variant) for variant in variants):
        yield "a value is followed by a letter: a suffix goes on a carrier word, never on a value"
    if any(_ORDINAL.search(_COMPUTED_PAIR.sub("", variant)) for variant in variants):
        yield "an ordinal ending stands only in the pair {name}-{name_ord}"
    for kind, known, used in (
        ("value", values, _VALUE.findall(text)),
        ("choice", choices, _CHOICE.findall(text)),
        ("condition", conditions, [name for name, *_ in _CONDITIONAL.findall(text)]),
    ):
        for name in used:
            if name not in known:
                yield f"unknown {kind}: {name}"
    if any(_MARKUP.search(_NAME.sub("", variant)) for variant in variants):
        yield "a bracket that is not part of {value}, ⟨choice⟩ or [[condition|text|else]]"


def names_in(text: str) -> frozenset[str]:
    """Every value and choice that a template names, under a condition or not."""
    return frozenset(first or second for first, second in _NAME.findall(text))


def unconditional_names(text: str) -> frozenset[str]:
    """The values and choices that are printed whatever the conditions are."""
    return names_in(_CONDITIONAL.sub("", text))


def conditional_parts(text: str) -> tuple[tuple[str, str], ...]:
    """Condition and text of every conditional part; ``no …`` stands before the condition of an else."""
    found = _CONDITIONAL.findall(text)
    return tuple((name, then) for name, then, _ in found) + tuple(
        (f"no {name}", other) for name, _, other in found
    )


def fill(
    text: str, values: Mapping[str, str], holds: Callable[[str], bool], blanks: set[str] | None = None
) -> str:
    """The template with its values; one that is missing or empty becomes a blank line, its name goes to ``blanks``."""

    def value(found: re.Match[str]) -> str:
        name, stop = found[1] or found[2], found[3]
        given = values.get(name, "")
        if not given and blanks is not None:
            blanks.add(name)
        return (given or BLANK) + ("" if given.endswith((".", "!", "?")) else stop)

    chosen = _CONDITIONAL.sub(lambda found: found[2] if holds(found[1]) else found[3] or "", text)
    return _NAME_AND_STOP.sub(value, chosen)
