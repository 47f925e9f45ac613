"""B-T, B-LT and B-LTA with authorities that answer over HTTP, and with servers that do not, or lie."""

from __future__ import annotations

import hashlib
import io
import random
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path

import pikepdf
import pikepdf.pdfa
import pytest
from asn1crypto import tsp
from asn1crypto.cms import ContentInfo

from dost_desktop.signing import session
from dost_desktop.signing.facts import Level, Problem, SignatureFacts, Verdict
from dost_desktop.signing.pkcs12_signer import Pkcs12Signer
from dost_desktop.signing.proof_port import Asked, ProofServers, Silence, TimeStampService
from dost_desktop.signing.proof_servers import HttpProofServers
from dost_desktop.signing.proofs import with_proofs
from dost_desktop.signing.verify import verify_file
from tests.signing.authorities import Authorities, answering
from tests.signing.conftest import AGENT, AT, PIN

HTTP = HttpProofServers()
DAY = timedelta(days=1)


@pytest.fixture(scope="module")
def the_authorities(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Authorities]:
    with answering(tmp_path_factory.mktemp("authorities"), AT) as found:
        yield found


@pytest.fixture
def authorities(the_authorities: Authorities) -> Iterator[Authorities]:
    the_authorities.at = AT
    the_authorities.asked.clear()
    session._silent_until.clear()
    yield the_authorities
    session.forget()


@pytest.fixture
def trusted(authorities: Authorities) -> bytes:
    return authorities.pem("root")


@pytest.fixture
def stamps(authorities: Authorities, trusted: bytes) -> TimeStampService:
    return TimeStampService(authorities.stamping(), HTTP, (trusted,))


@pytest.fixture
def plain(authorities: Authorities, notice: bytes) -> bytes:
    """Signed by the agent, without a time stamp."""
    return Pkcs12Signer(authorities.key_file(), PIN).sign(notice, at=AT)


def stamped(pdf: bytes, service: TimeStampService) -> bytes:
    done = session.add_time_stamp(pdf, service)
    assert isinstance(done, bytes), done
    assert done.startswith(pdf)
    return done


def proven(pdf: bytes, trusted: bytes, servers: ProofServers = HTTP) -> bytes:
    done = session.add_proofs(pdf, roots=[trusted], servers=servers)
    assert done.silences == ()
    assert done.pdf.startswith(pdf)
    return done.pdf


def the_only(verdict: Verdict) -> SignatureFacts:
    (signature,) = verdict.signatures
    return signature


def test_a_notice_is_time_stamped_while_it_is_signed(
    authorities: Authorities, trusted: bytes, stamps: TimeStampService, notice: bytes, tmp_path: Path
) -> None:
    session.open_key("s", authorities.key_file(), PIN, AGENT)
    authorities.at = AT + timedelta(seconds=2)

    done = session.sign_and_verify(notice, "s", at=AT, roots=[trusted], stamps=stamps)

    signature = the_only(done.verdict)
    assert (signature.level, signature.time_proven, done.silence) == (Level.STAMPED, True, None)
    assert signature.signed_at == AT + timedelta(seconds=2)
    assert done.pdf.startswith(notice)
    assert not pikepdf.pdfa.validate_written(io.BytesIO(done.pdf), "2b").violations
    file = tmp_path / "b-t.pdf"
    file.write_bytes(done.pdf)
    judge = subprocess.run(["pdfsig", "-nocert", str(file)], capture_output=True, check=True).stdout.decode()
    assert "Signature is Valid." in judge
    assert "Total document signed" in judge


def test_a_time_stamp_added_later_proves_the_moment_and_changes_no_byte(
    authorities: Authorities, trusted: bytes, stamps: TimeStampService, plain: bytes, tmp_path: Path
) -> None:
    authorities.at = AT + DAY

    later = stamped(plain, stamps)

    signature = the_only(verify_file(later, [trusted]))
    assert signature.problem is None
    assert (signature.level, signature.signed_at, signature.extended) == (Level.STAMPED, AT + DAY, True)
    assert not pikepdf.pdfa.validate_written(io.BytesIO(later), "2b").violations
    file = tmp_path / "later.pdf"
    file.write_bytes(later)
    judge = subprocess.run(["pdfsig", "-nocert", str(file)], capture_output=True, check=True).stdout.decode()
    assert judge.count("Signature is Valid.") == 1  # pdfsig does not look at time stamps; openssl does
    subprocess.run(["qpdf", "--check", str(file)], capture_output=True, check=True)
    if shutil.which("openssl"):
        assert "Verification: OK" in openssl_on_stamp(later, trusted, tmp_path)


def openssl_on_stamp(pdf: bytes, root: bytes, folder: Path) -> str:
    """What openssl says of the time stamp over the file."""
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        stamp = opened.Root.AcroForm.Fields[-1].V
        first, gap, second, length = (int(each) for each in stamp.ByteRange)
        token = ContentInfo.load(bytes(stamp.Contents)).dump()
    covered = pdf[first : first + gap] + pdf[second : second + length]
    assert first + gap + length + len(pdf[gap:second]) == len(pdf)
    (folder / "token.der").write_bytes(token)
    (folder / "root.pem").write_bytes(root)
    command = ["openssl", "ts", "-verify", "-digest", hashlib.sha256(covered).hexdigest(), "-token_in"]
    files = ["-in", str(folder / "token.der"), "-CAfile", str(folder / "root.pem")]
    said = subprocess.run([*command, *files], capture_output=True, encoding="utf-8", check=False)
    return said.stdout + said.stderr


@pytest.mark.parametrize("name", ["agent", "lists-agent"])
def test_from_signed_to_archived_each_step_only_adds(
    name: str, authorities: Authorities, trusted: bytes, stamps: TimeStampService, notice: bytes
) -> None:
    steps = [Pkcs12Signer(authorities.key_file(name), PIN).sign(notice, at=AT)]
    authorities.at = AT + timedelta(minutes=1)
    steps.append(stamped(steps[-1], stamps))
    authorities.at = AT + 2 * DAY  # the next lists are out
    steps.append(proven(steps[-1], trusted))
    steps.append(stamped(steps[-1], stamps))

    verdicts = [verify_file(step, [trusted]) for step in steps]

    assert [the_only(each).level for each in verdicts] == [*Level]
    assert all(each.valid for each in verdicts)
    assert [the_only(each).revocation_known for each in verdicts] == [False, False, True, True]
    last = the_only(verdicts[-1])
    assert last.signed_at == AT + timedelta(minutes=1), "the earliest stamp counts"
    asked = {path.split("/")[2] for path in authorities.asked}
    assert asked == ({"tsa", "ocsp", "crls"} if name == "agent" else {"tsa", "crls"})
    assert not pikepdf.pdfa.validate_written(io.BytesIO(steps[-1]), "2b").violations
    assert session.add_proofs(steps[2], roots=[trusted], servers=HTTP).pdf == steps[2], (
        "nothing is added twice"
    )


def test_an_archive_is_renewed_before_its_last_stamp_ends(
    authorities: Authorities, trusted: bytes, stamps: TimeStampService, plain: bytes
) -> None:
    pdf = stamped(plain, stamps)
    authorities.at = AT + 2 * DAY
    pdf = stamped(proven(pdf, trusted), stamps)
    ends = the_only(verify_file(pdf, [trusted])).stamp_until
    assert ends
    authorities.at = ends - DAY
    pdf = stamped(proven(pdf, trusted), replace(stamps, address=authorities.stamping("tsa-late")))

    renewed = the_only(verify_file(pdf, [trusted]))
    assert (renewed.level, renewed.problem) == (Level.ARCHIVED, None)
    assert renewed.stamp_until
    assert renewed.stamp_until > ends + timedelta(days=4000)


def test_a_word_from_before_the_moment_proves_nothing(
    authorities: Authorities, trusted: bytes, stamps: TimeStampService, plain: bytes
) -> None:
    pdf = stamped(plain, stamps)
    authorities.at = AT + timedelta(minutes=1)  # today's lists are from midnight

    early = session.add_proofs(pdf, roots=[trusted], servers=HTTP)

    assert early.pdf == pdf
    assert {silence for _, silence in early.silences} == {Silence.TOO_EARLY}
    unstamped = session.add_proofs(plain, roots=[trusted], servers=HTTP)
    assert [silence for _, silence in unstamped.silences] == [Silence.TOO_EARLY]


def test_a_certificate_revoked_later_was_in_force_at_the_proven_moment(
    authorities: Authorities, trusted: bytes, stamps: TimeStampService, notice: bytes
) -> None:
    """The certificate is revoked at 12:00 UTC; the notice was signed at 10:10."""
    plain = Pkcs12Signer(authorities.key_file("revoked"), PIN).sign(notice, at=AT)
    in_time = stamped(plain, stamps)
    authorities.at = AT + timedelta(hours=3)
    too_late = stamped(plain, stamps)
    authorities.at = AT + 2 * DAY
    assert verify_file(proven(in_time, trusted), [trusted]).valid
    assert verify_file(proven(too_late, trusted), [trusted]).problem is Problem.REVOKED


def test_a_certificate_that_ended_before_the_stamp_came_is_not_proven(
    authorities: Authorities, trusted: bytes, stamps: TimeStampService, notice: bytes
) -> None:
    plain = Pkcs12Signer(authorities.key_file("young"), PIN).sign(notice, at=AT)
    authorities.at = AT + 5 * DAY
    assert verify_file(stamped(plain, stamps), [trusted]).valid
    authorities.at = AT + 10 * DAY
    assert verify_file(stamped(plain, stamps), [trusted]).problem is Problem.EXPIRED


def test_a_stamp_whose_key_was_lost_holds_only_under_an_earlier_stamp(
    authorities: Authorities, trusted: bytes, stamps: TimeStampService, plain: bytes
) -> None:
    """The stamper's key is lost on 26 November; whoever has it could stamp any moment before."""
    lost = stamped(plain, replace(stamps, address=authorities.stamping("tsa-lost")))
    assert the_only(verify_file(lost, [trusted])).time_proven
    authorities.at = AT + DAY
    rescued = stamped(lost, stamps)
    authorities.at = AT + 3 * DAY
    with_word = with_proofs(lost, roots=[trusted], servers=HTTP)
    told = the_only(verify_file(with_word.pdf, [trusted]))
    assert (told.time_proven, told.signed_at) == (False, AT)
    kept = the_only(verify_file(proven(rescued, trusted), [trusted]))
    assert (kept.time_proven, kept.signed_at, kept.level) == (True, AT, Level.PROVEN)


def test_a_stranger_proves_nothing(
    authorities: Authorities, trusted: bytes, stamps: TimeStampService, plain: bytes
) -> None:
    strange = replace(stamps, address=authorities.stamping("stranger-tsa"))
    assert session.add_time_stamp(plain, strange) is Silence.WRONG
    pdf = stamped(plain, replace(strange, roots=(authorities.pem("stranger"),)))
    assert not the_only(verify_file(pdf, [trusted])).time_proven
    other = verify_file(pdf, [trusted], stamp_roots=[authorities.pem("stranger")])
    assert the_only(other).time_proven
    assert other.valid


@dataclass
class Lying:
    """Servers whose answers are changed on the way; ``kept``: the first one, given again and again."""

    change: str
    kept: dict[Asked, bytes] = field(default_factory=dict)

    def ask(self, address: str, question: bytes, *, asked: Asked, within: float) -> bytes | Silence:
        if self.change == "other question":
            request = tsp.TimeStampReq.load(question)
            request["message_imprint"]["hashed_message"] = bytes(32)
            question = request.dump()
        answer = HTTP.ask(address, question, asked=asked, within=within)
        assert isinstance(answer, bytes)
        match self.change:
            case "replay":
                return self.kept.setdefault(asked, answer)
            case "flip":
                return answer[:-40] + bytes([answer[-40] ^ 1]) + answer[-39:]
            case "cut":
                return answer[: len(answer) // 2]
            case "text":
                return b"<html>proxy</html>"
            case "empty":
                return b""
        return answer


@pytest.mark.parametrize("change", ["other question", "replay", "flip", "cut", "text", "empty"])
def test_an_answer_that_does_not_hold_is_no_stamp(
    change: str, stamps: TimeStampService, plain: bytes, trusted: bytes
) -> None:
    lying = replace(stamps, servers=Lying(change))
    if change == "replay":
        assert isinstance(session.add_time_stamp(plain, lying), bytes)
    assert session.add_time_stamp(plain, lying) is Silence.WRONG


@pytest.mark.parametrize("change", ["flip", "cut", "text", "empty"])
def test_a_word_that_does_not_hold_is_not_put_into_the_file(
    change: str, authorities: Authorities, stamps: TimeStampService, plain: bytes, trusted: bytes
) -> None:
    pdf = stamped(plain, stamps)
    authorities.at = AT + 2 * DAY
    told = with_proofs(pdf, roots=[trusted], servers=Lying(change))
    assert told.pdf == pdf
    assert {silence for _, silence in told.silences} == {Silence.WRONG}


@pytest.fixture
def deaf() -> Iterator[str]:
    """A server that takes the connection and never says a word, or a letter a second."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        ended = threading.Event()

        def listen() -> None:
            server.settimeout(0.05)
            held = []
            while not ended.is_set():
                try:
                    held.append(server.accept()[0])
                except TimeoutError:
                    for line in held[1:]:  # the first caller hears nothing at all
                        line.sendall(b"H")
            for line in held:
                line.close()

        thread = threading.Thread(target=listen)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/tsa"
        ended.set()
        thread.join()


def test_nobody_waits_longer_than_was_said_and_the_notice_is_signed_all_the_same(
    deaf: str, authorities: Authorities, stamps: TimeStampService, trusted: bytes, notice: bytes
) -> None:
    session.open_key("s", authorities.key_file(), PIN, AGENT)
    slow = replace(stamps, address=deaf, within=0.3)
    for silence in (Silence.TOO_SLOW, Silence.NOT_ASKED):
        begun = time.monotonic()
        done = session.sign_and_verify(notice, "s", at=AT, roots=[trusted], stamps=slow)
        assert time.monotonic() - begun < 2
        assert (done.silence, the_only(done.verdict).level) == (silence, Level.SIGNED)
        assert done.verdict.valid
    begun = time.monotonic()
    assert session.add_time_stamp(done.pdf, slow) is Silence.TOO_SLOW  # a letter a second is no answer
    assert time.monotonic() - begun < 2
    assert the_only(verify_file(stamped(done.pdf, stamps), [trusted])).time_proven


@pytest.mark.parametrize(
    ("address", "silence"),
    [
        ("", Silence.NO_ADDRESS),
        ("file:///etc/hostname", Silence.NO_ADDRESS),
        ("http://127.0.0.1:1/tsa", Silence.UNREACHABLE),
        ("http://[bad", Silence.NO_ADDRESS),
        ("http://", Silence.UNREACHABLE),
        ("{}/nothing/here", Silence.REFUSED),
    ],
)
def test_what_a_server_does_is_an_answer(
    address: str, silence: Silence, authorities: Authorities, stamps: TimeStampService, plain: bytes
) -> None:
    asked = replace(stamps, address=address.replace("{}", authorities.address))
    assert session.add_time_stamp(plain, asked) is silence


@dataclass
class Garbling:
    """Servers whose answers arrive with bytes changed at random."""

    dice: random.Random

    def ask(self, address: str, question: bytes, *, asked: Asked, within: float) -> bytes | Silence:
        answer = HTTP.ask(address, question, asked=asked, within=within)
        assert isinstance(answer, bytes)
        content = bytearray(answer)
        for _ in range(self.dice.randint(1, 3)):
            at, span = self.dice.randrange(len(content)), self.dice.randint(1, 9)
            match self.dice.randrange(3):
                case 0:
                    content[at] ^= 1 << self.dice.randrange(8)
                case 1:
                    del content[at : at + span]
                case _:
                    content[at:at] = self.dice.randbytes(span)
            content = content or bytearray(b"0")
        return bytes(content)


def test_no_garbled_answer_is_believed_or_breaks_anything(
    authorities: Authorities, stamps: TimeStampService, plain: bytes, trusted: bytes
) -> None:
    garbling = Garbling(random.Random(5))
    pdf = stamped(plain, stamps)
    authorities.at = AT + 2 * DAY
    for _ in range(8):
        answer = session.add_time_stamp(plain, replace(stamps, servers=garbling))
        assert isinstance(answer, Silence) or the_only(verify_file(answer, [trusted])).time_proven
        told = with_proofs(pdf, roots=[trusted], servers=garbling)
        assert told.silences or the_only(verify_file(told.pdf, [trusted])).level is Level.PROVEN
