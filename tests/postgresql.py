"""A PostgreSQL of the tests' own: the system's programs, a folder and a port for this run, nobody else's data.

``dev.py test`` installs the programs where they are missing. As root it runs under another user, as PostgreSQL asks.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any, Final

import psutil
import psycopg
from psycopg import sql

_DEBIAN: Final = "/usr/lib/postgresql"
_PATIENCE: Final = 60  # seconds
_USER: Final = "dost"
_QUICK: Final = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def program(name: str) -> str:
    """One of PostgreSQL's programs, the newest one. Raises FileNotFoundError."""
    found = shutil.which(name)
    if found:
        return found
    of_debian = sorted(Path(_DEBIAN).glob(f"*/bin/{name}"), key=lambda each: int(each.parts[-3]))
    if not of_debian:
        raise FileNotFoundError(f"{name}: PostgreSQL is not installed (python3 dev.py setup)")
    return str(of_debian[-1])


class PostgreSQL:
    """One server. ``lasting``: it writes as in earnest; otherwise quickly, for tests that kill nothing."""

    def __init__(self, *, lasting: bool = False, **settings: str) -> None:
        self.settings = settings if lasting else _QUICK | settings
        self.folder = Path(tempfile.mkdtemp(prefix="dost-pg-"))
        self.data = self.folder / "data"
        self._who: dict[str, Any] = {}
        if sys.platform != "win32" and os.geteuid() == 0:
            self._who = _somebody_else()
            os.chown(self.folder, self._who["user"], self._who["group"])
        making = [
            program("initdb"),
            "-D",
            str(self.data),
            "-U",
            _USER,
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--locale=C",
        ]
        self._run([*making, "--no-sync"])
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port: int = free.getsockname()[1]
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> PostgreSQL:
        """Run, also after ``kill``; returns when it answers."""
        command = [program("postgres"), "-D", str(self.data), "-p", str(self.port)]
        where = {
            "listen_addresses": "127.0.0.1",
            "unix_socket_directories": str(self.folder),
            "max_connections": "200",
        }
        for name, value in (where | self.settings).items():
            command += ["-c", f"{name}={value}"]
        with (self.folder / "log").open("ab") as log:
            self._process = subprocess.Popen(command, stdout=log, stderr=log, cwd=self.folder, **self._who)
        end = time.monotonic() + _PATIENCE
        while True:
            try:
                psycopg.connect(self.address("postgres"), connect_timeout=2).close()
            except psycopg.OperationalError:
                if self._process.poll() is not None or time.monotonic() > end:
                    raise RuntimeError((self.folder / "log").read_text("utf-8")[-2000:]) from None
                time.sleep(0.05)
            else:
                return self

    def kill(self) -> None:
        """As when the power goes: every process of it at once, nothing said to anybody."""
        assert self._process is not None
        first = psutil.Process(self._process.pid)
        everything = [first, *first.children(recursive=True)]
        for each in everything:
            try:
                each.kill()
            except psutil.NoSuchProcess:
                continue
        self._process.wait()
        psutil.wait_procs(everything[1:], timeout=10)

    def stop(self) -> None:
        """End, and leave nothing behind."""
        if self._process is not None and self._process.poll() is None:
            self._process.terminate()  # "smart": waits for nobody's connection longer than below
            try:
                self._process.wait(2)
            except subprocess.TimeoutExpired:
                self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def address(self, database: str) -> str:
        """For psycopg itself."""
        return f"host=127.0.0.1 port={self.port} user={_USER} dbname={database}"

    def url(self, database: str) -> str:
        """For ``DATABASE_URL``."""
        return f"postgresql+psycopg://{_USER}@127.0.0.1:{self.port}/{database}"

    def create(self, database: str) -> str:
        """An empty database; its ``DATABASE_URL``."""
        self._say(f'CREATE DATABASE "{database}" STRATEGY file_copy')
        return self.url(database)

    def keep(self, database: str) -> None:
        """Remember what its tables hold now."""
        with psycopg.connect(self.address(database)) as connection:
            connection.execute("CREATE SCHEMA kept")
            for table in _tables(connection):
                connection.execute(_sql("CREATE TABLE kept.{} AS TABLE public.{}", table))

    def put_back(self, database: str) -> None:
        """The tables hold what was kept, whatever was done to them; whoever still uses them is thrown out."""
        with psycopg.connect(self.address(database)) as connection:
            connection.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )
            for table in _tables(connection):
                connection.execute(_sql("DELETE FROM public.{}", table))
                connection.execute(_filling(connection, table))

    def copy(self, database: str, name: str) -> None:
        """The same tables and rows under another name; nobody may be using them meanwhile."""
        self._say(f'CREATE DATABASE "{name}" TEMPLATE "{database}" STRATEGY file_copy')

    def drop(self, database: str) -> None:
        """Take a database away, whoever still uses it."""
        self._say(f'DROP DATABASE "{database}" WITH (FORCE)')

    def _say(self, statement: str) -> None:
        with psycopg.connect(self.address("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    def _run(self, command: list[str]) -> None:
        done = subprocess.run(
            command, capture_output=True, text=True, cwd=self.folder, check=False, **self._who
        )
        assert done.returncode == 0, done.stderr


def _tables(connection: psycopg.Connection[Any]) -> list[str]:
    named = connection.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return [name for (name,) in named]


def _filling(connection: psycopg.Connection[Any], table: str) -> sql.Composed:
    """By the columns' names: a migration to and fro leaves them in another order."""
    named = (
        "SELECT column_name FROM information_schema.columns WHERE table_schema = 'kept' AND table_name = %s"
    )
    names = sql.SQL(", ").join(sql.Identifier(name) for (name,) in connection.execute(named, [table]))
    into = sql.SQL("INSERT INTO public.{table} ({names}) SELECT {names} FROM kept.{table}")
    return into.format(table=sql.Identifier(table), names=names)


def _sql(statement: str, table: str) -> sql.Composed:
    return sql.SQL(statement).format(*[sql.Identifier(table)] * statement.count("{}"))


def _somebody_else() -> dict[str, Any]:
    """The user that PostgreSQL's package made, else nobody."""
    import pwd

    for name in ("postgres", "nobody"):
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return {"user": found.pw_uid, "group": found.pw_gid, "extra_groups": []}
    raise RuntimeError("PostgreSQL does not run as root, and there is no other user")
