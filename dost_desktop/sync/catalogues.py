"""A law newer than the program: fetched when the server says that it judges by it, used from the next sign-in on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

from dost_desktop.catalogue.bundle import Bundle
from dost_desktop.catalogue.files import CatalogueBroken
from dost_desktop.catalogue.kept import KeptCatalogues
from dost_desktop.contract.catalogues import CatalogueCard, CatalogueContent
from dost_desktop.contract.messages import Problem
from dost_desktop.domain.dates import instant, instant_text
from dost_desktop.domain.errors import AgentError
from dost_desktop.sync.greeting import LAW_VERSIONS
from dost_desktop.sync.needs import CataloguesHeard, Declined
from dost_desktop.sync.report import Alarm
from dost_desktop.sync.round import Round, stops_round

UNREADABLE: Final = "catalogue.unreadable"  # by this program: it is older than the law
_ASKED: Final = "catalogues"  # kept in meta: the tag of the list, when it was asked for, what was wrong
_AGAIN: Final = timedelta(hours=1)  # a catalogue that could not be used is fetched again


def fetch_catalogues(this: Round) -> Declined | None:
    """Fetch the law the server judges by, if it is another than this session's; what stopped it, if something did."""
    with this.memory.open_reading() as reading:
        laws: list[str] = list((reading.meta.get(LAW_VERSIONS) or {}).get("versions", ()))
        asked: dict[str, Any] = dict(reading.meta.get(_ASKED) or {})
    shelf = this.shelf
    if shelf is None or not laws or laws[0] == this.law(this.now).version:
        this.tally.newer_law = False
        return None
    this.tally.newer_law = shelf.has_law(laws[0])
    if this.tally.newer_law:
        return None
    if asked.get("law") == laws[0] and abs(this.now - instant(asked["at"])) < _AGAIN:
        this.alarm(Alarm(asked["code"], None, laws[0][:12]))
        return None
    return _fetch(this, shelf, laws[0], str(asked.get("tag", "")))


def _fetch(this: Round, shelf: KeptCatalogues, law: str, tag: str) -> Declined | None:
    heard = this.central.catalogues(tag if shelf.accepted() else "")
    if not isinstance(heard, CataloguesHeard):
        return _without(this, heard, law, tag)
    try:
        if heard.listed is not None:
            shelf.accept(_accepted(heard.listed.catalogues))
        version = next((version for version, each in shelf.accepted() if each == law), None)
        if version is not None and not shelf.has(version):
            content = this.central.catalogue(version)
            if not isinstance(content, CatalogueContent):
                return _without(this, content, law, heard.tag)
            shelf.keep(Bundle(version, law, {each.name: each.text for each in content.files}))
    except AgentError as error:
        code = UNREADABLE if isinstance(error, CatalogueBroken) else error.code
        _note(this, law, heard.tag, code)
        this.alarm(Alarm(code, None, law[:12]))
        return None
    _note(this, "", heard.tag, "")
    this.tally.newer_law = shelf.has_law(law)
    return None


def _accepted(cards: Sequence[CatalogueCard]) -> list[tuple[str, str]]:
    """The newest catalogue of each accepted law, the one in force first."""
    newest: dict[str, str] = {}
    for each in cards:
        if each.accepted:
            newest.setdefault(each.law, each.version)
    return [(version, law) for law, version in newest.items()]


def _without(this: Round, answer: Declined, law: str, tag: str) -> Declined | None:
    if not isinstance(answer, Problem) or stops_round(answer):
        return answer
    _note(this, law, tag, answer.code)
    this.alarm(Alarm(answer.code, None, "catalogues"))
    return None


def _note(this: Round, law: str, tag: str, code: str) -> None:
    with this.memory.open_work() as work:
        work.meta.set(_ASKED, {"tag": tag, "law": law, "at": instant_text(this.now), "code": code})
        work.commit()
