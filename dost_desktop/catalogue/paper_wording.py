"""Puts the values of one person's file into the words of a paper; what is missing is a blank to write on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dost_desktop.catalogue.catalogue import Catalogue
from dost_desktop.catalogue.fact_values import one_line
from dost_desktop.catalogue.office_paper import Line, OfficePaper
from dost_desktop.catalogue.paper_texts import PaperLine
from dost_desktop.catalogue.refusal_facts import CentreDetails
from dost_desktop.catalogue.templates import fill


class PaperWording:
    """The words of one paper. ``values`` by placeholder, "" or absent where the file does not know."""

    def __init__(self, catalogue: Catalogue, values: Mapping[str, str]) -> None:
        self._catalogue = catalogue
        self._values = {name: one_line(value) for name, value in values.items()}

    def holds(self, condition: str) -> bool:
        """Whether a value is there; ``no <value>``: whether it is not; ``""`` always holds."""
        if condition.startswith("no "):
            return not self.holds(condition.removeprefix("no "))
        return not condition or bool(self._values.get(condition))

    def fill(self, text: str) -> str:
        """A template with its values."""
        return fill(text, self._values, self.holds)

    def ground(self, id_: str) -> str:
        """How a paper names a ground of removal or cancellation."""
        return self.fill(self._catalogue.papers.grounds[id_].text)

    def again(self, id_: str) -> str:
        """When one may apply again after a cancellation on this ground; "" where nothing is said."""
        return self.fill(self._catalogue.papers.grounds[id_].again)

    def paper(
        self,
        id_: str,
        centre: CentreDetails,
        signer: tuple[str, str],
        inserts: Mapping[str, Sequence[Line]] | None = None,
        *,
        practice: bool,
    ) -> OfficePaper:
        """The whole paper. ``signer``: post and name; ``inserts``: lines laid where the text names them."""
        text, names = self._catalogue.papers.papers[id_], self._catalogue.office.names
        head = {
            "ministry_name": names.ministry_name,
            "agency_name": names.agency_name,
            "centre_name": one_line(centre.name),
            "centre_address": one_line(centre.address),
            "centre_phone": one_line(centre.phone),
        }
        lines: list[Line] = []
        for line in text.lines:
            if self.holds(line.when):
                lines += (inserts or {})[line.insert] if line.insert else (self._line(line),)
        post, name = signer
        return OfficePaper(
            id=id_,
            title=self.fill(text.title),
            subtitle=self.fill(text.subtitle),
            letterhead=tuple(fill(line, head, bool) for line in self._catalogue.texts.frame.letterhead),
            number=self.fill(text.number),
            date=self.fill(text.date),
            addressee=tuple((to.label, self.fill(to.text)) for to in text.addressee if self.holds(to.when)),
            lines=tuple(lines),
            signer_post=post or names.signer_post,
            signer_name=name,
            practice=practice,
        )

    def _line(self, line: PaperLine) -> Line:
        return Line(line.kind, self.fill(line.text), line.label)
