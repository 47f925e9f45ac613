"""Documents in an S3-compatible store: a real server, a line that is cut, a process that is killed in the middle."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import fsspec
import httpx
import pytest

from central_api.blob_store import BlobStore, StoreAway
from central_api.health import what_is_missing
from central_api.office import Office
from tests.central_api.at_the_doors import PART
from tests.central_api.practice_desk import Clockwork, Desk, enrol, listening
from tests.central_api.s3_place import BUCKET, Line, line_to, s3_server

URL = f"s3://{BUCKET}/central/documents"
CONTENT = b"%PDF-1.7 " + bytes(range(256)) * 5000
SHA = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture(scope="module")
def s3() -> Iterator[int]:
    with s3_server() as port:
        yield port


@pytest.fixture
def line(s3: int, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """A fresh bucket, and the line to it; credentials as everywhere with S3."""
    urllib.request.urlopen(
        urllib.request.Request(f"http://127.0.0.1:{s3}/moto-api/reset", method="POST")
    ).close()
    with line_to(s3) as made:
        environment = {
            "AWS_ENDPOINT_URL": f"http://127.0.0.1:{made.port}",
            "AWS_ACCESS_KEY_ID": "tests",
            "AWS_SECRET_ACCESS_KEY": "tests",
            "AWS_DEFAULT_REGION": "us-east-1",
        }
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        _s3(s3, "PUT", f"/{BUCKET}")
        yield made


def _s3(port: int, method: str, path: str) -> bytes:
    """Ask the server itself, past the line."""
    asked = urllib.request.Request(f"http://127.0.0.1:{port}{path}", method=method)
    with urllib.request.urlopen(asked) as answer:
        content: bytes = answer.read()
    return content


@pytest.fixture
def store(line: Line) -> BlobStore:
    return BlobStore(URL)


def test_what_is_kept_is_read_and_lies_under_the_prefix(store: BlobStore, s3: int) -> None:
    for _ in range(2):
        store.keep(f"{SHA[:2]}/{SHA}", io.BytesIO(CONTENT))
    assert store.read(f"{SHA[:2]}/{SHA}") == CONTENT
    assert b"".join(store.pieces(f"{SHA[:2]}/{SHA}")) == CONTENT
    assert store.is_writable()
    listed = _s3(s3, "GET", f"/{BUCKET}?list-type=2").decode()
    assert listed.count("<Key>") == 1  # nothing else lies there, nor the trial of readiness
    assert f"<Key>central/documents/{SHA[:2]}/{SHA}</Key>" in listed
    with pytest.raises(FileNotFoundError):
        store.read("00/unknown")


@pytest.mark.parametrize("encryption", ["AES256", "aws:kms", ""])
def test_the_store_is_asked_to_encrypt(line: Line, encryption: str) -> None:
    BlobStore(URL, encryption).keep("aa/a", io.BytesIO(CONTENT))
    asked = fsspec.filesystem("s3", skip_instance_cache=True)
    kept = asked.call_s3("head_object", Bucket=BUCKET, Key="central/documents/aa/a")
    assert kept.get("ServerSideEncryption", "") == encryption


_CHILD = """
import io, sys
from central_api.blob_store import BlobStore
BlobStore(sys.argv[1]).keep("bb/b", io.BytesIO(b"x" * 20_000_000))
"""


def test_a_process_killed_in_the_middle_leaves_nothing_and_the_next_one_keeps_it(
    line: Line, store: BlobStore, s3: int
) -> None:
    line.stops_after = 5_000_000
    child = subprocess.Popen([sys.executable, "-c", _CHILD, URL], cwd=Path(__file__).parents[2])
    assert line.stopped.wait(60)
    child.kill()
    child.wait()
    assert "<Key>" not in _s3(s3, "GET", f"/{BUCKET}?list-type=2").decode()
    line.stops_after = None
    store.keep("bb/b", io.BytesIO(b"x" * 20_000_000))
    assert len(store.read("bb/b")) == 20_000_000


def test_a_store_that_is_away_is_told_and_comes_back(line: Line, store: BlobStore) -> None:
    line.is_cut = True
    for ask in (lambda: store.keep("cc/c", io.BytesIO(b"c")), lambda: store.read("cc/c")):
        with pytest.raises(StoreAway):
            ask()
    assert not store.is_writable()
    line.is_cut = False
    store.keep("cc/c", io.BytesIO(b"c"))
    assert store.read("cc/c") == b"c"


def test_a_bucket_or_folder_that_cannot_be_is_not_ready(line: Line, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    for url in ("s3://nobody-s-bucket/documents", (tmp_path / "file" / "folder").as_posix()):
        store = BlobStore(url)
        assert not store.is_writable()
        with pytest.raises((StoreAway, FileNotFoundError)):
            store.keep("aa/a", io.BytesIO(b"a"))


def test_desks_are_told_to_come_again_and_nothing_is_lost(
    office: Office, new_office: Callable[..., Office], line: Line, clock: Clockwork, desk: Desk
) -> None:
    away = new_office(DOST_BLOB_URL=URL)
    assert away.settings.blob_url == URL
    with listening(away) as address, httpx.Client(base_url=address, timeout=60) as http:
        assert what_is_missing(away) == ()
        line.is_cut = True
        assert what_is_missing(away) == ("blobs",)
        path = f"/v1/blobs/{SHA}"
        told = http.put(path, content=CONTENT, headers=desk.as_desk)
        assert (told.status_code, told.json()["code"], told.headers["Retry-After"]) == (
            503,
            "blobs.away",
            "10",
        )
        assert http.head(path, headers=desk.as_desk).status_code == 503
        line.is_cut = False
        assert http.put(path, content=CONTENT, headers=desk.as_desk).status_code == 204
        line.is_cut = True
        assert http.get(path, headers=desk.as_desk).json()["code"] == "blobs.away"
        line.is_cut = False
        assert http.get(path, headers=desk.as_desk).content == CONTENT
        far = enrol(away, http, clock, "A01")
        assert http.get(path, headers=far.as_desk).status_code == 404


def test_parts_of_one_document_may_come_to_any_process_and_nothing_is_left(
    office: Office, new_office: Callable[..., Office], line: Line, desk: Desk, s3: int
) -> None:
    """And what cannot be made whole while the store is away is made whole by the part that comes again."""
    first, second = new_office(DOST_BLOB_URL=URL), new_office(DOST_BLOB_URL=URL)
    path, half = f"/v1/blobs/{SHA}", 1 << 19
    with listening(first) as here, listening(second) as there, httpx.Client(timeout=60) as http:

        def sends(address: str, offset: int) -> httpx.Response:
            head = {"Upload-Offset": str(offset), "Upload-Length": str(len(CONTENT)), "Content-Type": PART}
            part = CONTENT[offset : offset + half]
            return http.patch(address + path, content=part, headers=desk.as_desk | head)

        assert sends(here, 0).headers["Upload-Offset"] == str(half)
        line.is_cut = True
        away = sends(there, half)
        assert (away.status_code, away.json()["code"], away.headers["Retry-After"]) == (
            503,
            "blobs.away",
            "10",
        )
        line.is_cut = False
        assert http.head(there + path, headers=desk.as_desk).headers["Upload-Offset"] == str(half)
        assert sends(there, half).headers["Upload-Offset"] == str(2 * half)
        assert sends(here, 2 * half).headers["Upload-Offset"] == str(len(CONTENT))
        assert http.get(here + path, headers=desk.as_desk).content == CONTENT
    assert b"/partial/" not in _s3(s3, "GET", f"/{BUCKET}?list-type=2")
