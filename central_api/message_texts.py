"""The words of messages by SMS and e-cabinet: the owner's data, short enough, and nothing private in an SMS.

Source: letters 9.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType
from typing import Final

from pydantic import Field

from dost_desktop.catalogue.files import CatalogueFile, Data, read
from dost_desktop.catalogue.grounds import Mark
from dost_desktop.catalogue.templates import fill, flaws

WITH_LETTERS_AT_MOST: Final = 134  # two parts in UCS-2
PLAIN_AT_MOST: Final = 160  # one part in GSM-7
_FILE: Final = "messages.toml"
_IN_SMS: Final = frozenset({"date", "app_no", "referral_no"})  # never a name, a number, a ground, an employer
_IN_CABINET: Final = _IN_SMS | {"removed_until", "employer_name", "employer_address"}
_CONDITIONS: Final = {"until known": "removed_until", "address known": "employer_address"}
_FOLDED: Final = str.maketrans(
    {
        "ə": "e", "Ə": "E", "ı": "i", "İ": "I", "ğ": "g", "Ğ": "G", "ö": "o", "Ö": "O", "ü": "u", "Ü": "U",
        "ş": "sh", "Ş": "Sh", "ç": "ch", "Ç": "Ch", "“": '"', "”": '"', "–": "-", "№": "No",
    }
)  # fmt: skip


class MessageText(Data):
    """One message in both ways."""

    name: str = Field(pattern=r"^[a-z_]+\.[a-z_]+$")
    sms: str = Field(min_length=1)
    title: str = Field(min_length=1)
    text: str = Field(min_length=1)
    mark: Mark
    source: str = Field(min_length=1)


class _Messages(Data):
    shortest: str = Field(min_length=1, max_length=70)
    message: tuple[MessageText, ...]


@dataclass(frozen=True, slots=True)
class MessageTexts:
    """Every message by name; ``shortest`` stands for one that would be too long."""

    shortest: str
    by_name: Mapping[str, MessageText]

    def sms(self, name: str, values: Mapping[str, str], *, plain: bool) -> str:
        """The SMS with its values; ``plain``: without the letters that double its price."""
        text = fill(self.by_name[name].sms, values, lambda _condition: False)
        if plain:
            text = plain_letters(text)
        if len(text) <= (PLAIN_AT_MOST if plain else WITH_LETTERS_AT_MOST):
            return text
        return plain_letters(self.shortest) if plain else self.shortest

    def cabinet(self, name: str, values: Mapping[str, str]) -> tuple[str, str]:
        """Title and text of the e-cabinet."""
        words = self.by_name[name]
        text = fill(words.text, values, lambda condition: bool(values.get(_CONDITIONS[condition])))
        return words.title, text


def plain_letters(text: str) -> str:
    """The same in the letters of GSM-7 (letters 9.1)."""
    return text.translate(_FOLDED)


def load_message_texts(directory: Path | None = None) -> MessageTexts:
    """The messages of ``directory``, or those that ship; raises CatalogueBroken with file, line and reason."""
    folder: Traversable = files("resources").joinpath("messages") if directory is None else directory
    file = read(folder, _FILE)
    said = file.build(_Messages)
    found: dict[str, MessageText] = {}
    for position, words in enumerate(said.message):
        if words.name in found:
            raise file.broken(("message", position, "name"), f"message {words.name} stands twice")
        _check(file, position, words)
        found[words.name] = words
    return MessageTexts(said.shortest, MappingProxyType(found))


def _check(file: CatalogueFile, position: int, words: MessageText) -> None:
    conditions = frozenset(_CONDITIONS)
    allowed = {"sms": (_IN_SMS, frozenset[str]()), "text": (_IN_CABINET, conditions)}
    for key, (values, known) in allowed.items():
        for flaw in flaws(getattr(words, key), values, frozenset(), known):
            raise file.broken(("message", position, key), flaw)
    if len(words.sms) > WITH_LETTERS_AT_MOST:
        raise file.broken(("message", position, "sms"), f"longer than {WITH_LETTERS_AT_MOST} characters")
