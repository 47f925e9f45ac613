"""Everything typed on the intake page, as it was typed: what a draft keeps and what the checks read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any, Final

from dost_desktop.domain.errors import InvalidValue
from dost_desktop.domain.values import PIN_LENGTH, VOEN_LENGTH, Phone
from dost_desktop.domain.vocabulary import FormOfApplication
from ui.parts.papers.typed import TypedPaper, paper_from
from ui.screens.intake.applicants import CITIZEN, ENTITY, FOREIGNER
from ui.screens.intake.explaining import EXPLANATION

MOST_PAPERS: Final = 4
#: Where a draft of an older version kept the one paper it knew.
_ONE_PAPER: Final = {
    "document_kind": "kind",
    "document_number": "number",
    "valid_until": "valid_until",
    "form_shown": "form",
}


@dataclass(frozen=True, slots=True)
class Consent:
    """The consent of somebody's legal representative (D10), as typed."""

    name: str = field(default="", repr=False)
    relation: str = ""
    number: str = field(default="", repr=False)
    given_on: str = field(default="", repr=False)

    def is_blank(self) -> bool:
        """Whether there is none."""
        return not any(text.strip() for text in (self.name, self.number, self.given_on))


@dataclass(frozen=True, slots=True)
class Way:
    """How the application comes in and is answered: three lists that are kept apart (SEED 6, 7, 8).

    "" for channel and answer follows the form of application. ``named``: ids of what a caller named correctly.
    """

    form: str = FormOfApplication.IN_PERSON.value
    channel: str = ""
    answer: str = ""
    call_reference: str = ""
    named: tuple[str, ...] = ()
    interpreter: str = ""

    def is_blank(self) -> bool:
        """Whether nothing was typed; choices alone are not worth a draft."""
        return not (self.call_reference.strip() or self.interpreter.strip() or self.named)


@dataclass(frozen=True, slots=True)
class Form:
    """Texts of the fields; ids of the choices; each paper with its scans, kept already."""

    who: str = CITIZEN
    number: str = field(default="", repr=False)
    name: str = field(default="", repr=False)  # of a legal entity or a household
    phone: str = field(default="", repr=False)
    kind: str = ""  # of application, when the agent chose one
    way: Way = field(default_factory=Way)
    surname: str = field(default="", repr=False)
    given_name: str = field(default="", repr=False)
    patronymic: str = field(default="", repr=False)
    birth_date: str = field(default="", repr=False)
    sex: str = field(default="", repr=False)
    papers: tuple[TypedPaper, ...] = (TypedPaper(),)
    consent: Consent = field(default_factory=Consent)
    explanation: str = EXPLANATION
    representative: Mapping[str, Any] = field(default_factory=dict, repr=False)

    def is_blank(self) -> bool:
        """Whether nothing was typed yet; choices alone are not worth a draft."""
        texts = (self.number, self.name, self.phone, self.surname, self.given_name, self.patronymic)
        typed = any(text.strip() for text in (*texts, self.birth_date)) or bool(self.representative)
        return (
            not typed
            and self.consent.is_blank()
            and self.way.is_blank()
            and not any(not paper.is_blank() for paper in self.papers)
        )

    def with_paper(self, place: int, paper: TypedPaper) -> Form:
        """With another paper at this place."""
        return replace(self, papers=(*self.papers[:place], paper, *self.papers[place + 1 :]))

    def without_paper(self, place: int) -> Form:
        """Without the paper at this place."""
        return replace(self, papers=(*self.papers[:place], *self.papers[place + 1 :]))

    def content(self) -> dict[str, Any]:
        """As a draft keeps it."""
        parts = {"way", "papers", "consent", "representative"}
        texts = {each.name: getattr(self, each.name) for each in fields(self) if each.name not in parts}
        return {
            **texts,
            "way": {**asdict(self.way), "named": list(self.way.named)},
            "papers": [paper.content() for paper in self.papers],
            "consent": asdict(self.consent),
            "representative": dict(self.representative),
        }


def form_from(content: Mapping[str, Any]) -> Form:
    """A form from a draft; what an older version did not know stays empty."""
    names = {each.name for each in fields(Form)} - {"way", "papers", "consent", "representative"}
    texts = {name: text for name, text in content.items() if name in names and isinstance(text, str)}
    kept = content.get("papers") or [_only_paper(content)]
    way = dict(content.get("way", {}))
    return Form(
        **texts,
        way=Way(**{**way, "named": tuple(way.get("named", ()))}),
        papers=tuple(paper_from(each) for each in kept),
        consent=Consent(**content.get("consent", {})),
        representative=dict(content.get("representative", {})),
    )


def _only_paper(content: Mapping[str, Any]) -> Mapping[str, Any]:
    paper = {name: content[old] for old, name in _ONE_PAPER.items() if old in content}
    return {**paper, "scans": content.get("scans", ())}


def form_for(number: str) -> Form:
    """A form about this number: an entity's, of a citizen's length, or a shorter foreigner's."""
    if len(number) == VOEN_LENGTH and number.isdigit():
        return Form(who=ENTITY, number=number)
    return Form(who=FOREIGNER if len(number) < PIN_LENGTH else CITIZEN, number=number)


def phone_in(form: Form) -> str:
    """The mobile number as messages are sent to it; "" when none was given. Raises InvalidValue (``mobile.*``)."""
    return Phone.parse(form.phone).text if form.phone.strip() else ""


def phone_problem(form: Form) -> InvalidValue | None:
    """What is wrong with the mobile number; it may be left empty."""
    try:
        phone_in(form)
    except InvalidValue as problem:
        return problem
    return None
