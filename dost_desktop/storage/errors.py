"""What can happen to the desk's memory that an agent or administrator can act on; the window owns the words."""

from __future__ import annotations

from typing import ClassVar

from dost_desktop.domain.errors import AgentError


class StorageError(AgentError):
    """The desk's memory cannot be used as asked; nothing was half written."""

    code: ClassVar[str] = "storage.error"


class StorageFull(StorageError):
    """The disk is full: the step was not saved, everything saved before is whole."""

    code = "storage.full"


class StorageReadOnly(StorageError):
    """The folder or disk cannot be written."""

    code = "storage.read_only"


class StorageDamaged(StorageError):
    """A file of the desk's memory is damaged; the newest backup is named in ``facts`` when there is one."""

    code = "storage.damaged"


class StorageBusy(StorageError):
    """Another program holds the database for longer than we wait."""

    code = "storage.busy"


class WrongDatabaseKey(StorageError):
    """The file is a database of another key: somebody put another desk's or an older file there."""

    code = "storage.wrong_key"


class DatabaseMissing(StorageError):
    """There is no database where this desk had one."""

    code = "storage.missing"


class NewerDatabase(StorageError):
    """A newer version of the program wrote this database; nothing was touched."""

    code = "update.newer_database"


class CopiedDatabase(StorageError):
    """The database is a copy or an older state: numbers it would give out may already be on paper (design 5)."""

    code = "storage.copied"


class ChainBroken(StorageError):
    """A file's events do not fit together or do not fit what the server confirmed; it is read-only."""

    code = "chain.broken"


class DocumentMissing(StorageError):
    """A stored document is not at this desk, or its bytes are not what its name says."""

    code = "storage.document_missing"
