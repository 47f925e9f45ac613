"""What travels of catalogues: which there are, and one with its files as they were written (design 4, 6)."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from dost_desktop.contract.messages import Instant, Message, Sha256

FileName = Annotated[str, StringConstraints(pattern=r"^[a-z]+/[A-Za-z0-9_.-]{1,100}$")]


class CatalogueCard(Message):
    """One catalogue that this deployment judged by."""

    version: Sha256  # over all its files
    law: Sha256  # how events name it: over those that decide and word; another trust list leaves it
    since: Instant  # when it came into force
    accepted: bool  # whether events decided under it are taken now


class Catalogues(Message):
    """Every catalogue, the one in force first."""

    catalogues: tuple[CatalogueCard, ...]


class CatalogueFile(Message):
    """One file; the line ends of its text are those of Unix."""

    name: FileName  # "letters/frame.toml"
    sha256: Sha256  # over the text in UTF-8
    text: Annotated[str, Field(max_length=2_000_000)]


class CatalogueContent(Message):
    """One catalogue whole; it never changes."""

    version: Sha256
    law: Sha256
    files: tuple[CatalogueFile, ...]
