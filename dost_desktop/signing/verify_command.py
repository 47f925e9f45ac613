"""`dost-desktop verify FILE…`: the verdict in plain words or as JSON, for anybody who was handed a notice."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final, TextIO
from zoneinfo import ZoneInfo

from dost_desktop.signing.facts import Change, Finding, Level, Problem, SignatureFacts, Stage, Verdict
from dost_desktop.signing.session import verify
from dost_desktop.signing.trust_list import TrustList, shipped_trust, trust_in

_BAKU: Final = ZoneInfo("Asia/Baku")

_STAGES: Final[Mapping[str, Mapping[Stage, str]]] = {
    "az": {
        Stage.OWNER: "İmza sahibi",
        Stage.MOMENT: "İmzalanma anı",
        Stage.UNCHANGED: "Dəyişməzlik",
    },
    "en": {Stage.OWNER: "Owner", Stage.MOMENT: "Moment of signing", Stage.UNCHANGED: "Unchanged"},
}
_PROBLEMS: Final[Mapping[str, Mapping[Problem, str]]] = {
    "az": {
        Problem.NOT_PDF: "bu, PDF faylı deyil",
        Problem.TOO_LARGE: "fayl həddindən böyükdür",
        Problem.DAMAGED: "fayl zədəlidir, oxunmur",
        Problem.ENCRYPTED: "fayl şifrələnib, yoxlamaq olmur",
        Problem.UNSIGNED: "faylda imza yoxdur",
        Problem.SIGNATURE_DAMAGED: "imza zədəlidir, oxunmur",
        Problem.SIGNATURE_FORGED: "imza bu sertifikatla atılmayıb",
        Problem.ISSUER_UNKNOWN: "sertifikatı etibar edilən mərkəz verməyib",
        Problem.NOT_FOR_SIGNING: "sertifikat imzalamaq üçün verilməyib",
        Problem.WEAK_ALGORITHM: "imza alqoritmi zəifdir",
        Problem.TIME_MISSING: "imzalanma vaxtı göstərilməyib",
        Problem.TIME_IN_FUTURE: "göstərilən imzalanma vaxtı hələ gəlməyib",
        Problem.EXPIRED: "imzalanma anında sertifikatın müddəti bitmişdi",
        Problem.NOT_YET_VALID: "imzalanma anında sertifikat hələ qüvvədə deyildi",
        Problem.REVOKED: "sertifikata xitam verilib",
        Problem.BYTES_CHANGED: "fayl imzalandıqdan sonra dəyişdirilib",
        Problem.NOT_WHOLE_FILE: "imza faylın hamısını əhatə etmir",
        Problem.CHANGED_AFTERWARDS: "imzalandıqdan sonra fayla əlavə edilib",
    },
    "en": {
        Problem.NOT_PDF: "this is not a PDF file",
        Problem.TOO_LARGE: "the file is too large",
        Problem.DAMAGED: "the file is damaged and cannot be read",
        Problem.ENCRYPTED: "the file is encrypted and cannot be checked",
        Problem.UNSIGNED: "the file has no signature",
        Problem.SIGNATURE_DAMAGED: "the signature is damaged and cannot be read",
        Problem.SIGNATURE_FORGED: "the signature was not made with this certificate",
        Problem.ISSUER_UNKNOWN: "the certificate is not from a trusted issuer",
        Problem.NOT_FOR_SIGNING: "the certificate is not meant for signing",
        Problem.WEAK_ALGORITHM: "the signature algorithm is weak",
        Problem.TIME_MISSING: "the moment of signing is not stated",
        Problem.TIME_IN_FUTURE: "the stated moment of signing has not come yet",
        Problem.EXPIRED: "the certificate had expired at the moment of signing",
        Problem.NOT_YET_VALID: "the certificate was not yet in force at the moment of signing",
        Problem.REVOKED: "the certificate is revoked",
        Problem.BYTES_CHANGED: "the file was changed after signing",
        Problem.NOT_WHOLE_FILE: "the signature does not cover the whole file",
        Problem.CHANGED_AFTERWARDS: "something was added to the file after signing",
    },
}
_CHANGES: Final[Mapping[str, Mapping[Change, str]]] = {
    "az": {
        Change.PAGES: "səhifələrin sayı",
        Change.CONTENT: "səhifənin məzmunu",
        Change.NOTES: "səhifənin üzərinə qoyulanlar (qeyd, möhür, xana)",
        Change.FORM: "forma xanaları və ya imzalar",
        Change.METADATA: "faylın rekvizitləri",
        Change.STRUCTURE: "faylın quruluşu",
        Change.HIDDEN: "səhifədə görünməyən hissə",
        Change.UNREADABLE: "əlavə edilən hissə oxunmur",
    },
    "en": {
        Change.PAGES: "the number of pages",
        Change.CONTENT: "what is on a page",
        Change.NOTES: "what lies over a page (note, stamp, field)",
        Change.FORM: "form fields or signatures",
        Change.METADATA: "the file's particulars",
        Change.STRUCTURE: "the file's structure",
        Change.HIDDEN: "something no page shows",
        Change.UNREADABLE: "what was added cannot be read",
    },
}
_LEVELS: Final[Mapping[str, Mapping[Level, str]]] = {
    "az": {
        Level.SIGNED: "yalnız imza (B-B)",
        Level.STAMPED: "imza və vaxt möhürü (B-T)",
        Level.PROVEN: "imza, vaxt möhürü və sertifikatın vəziyyəti faylın içindədir (B-LT)",
        Level.ARCHIVED: "uzunmüddətli saxlanma üçün möhürlənib (B-LTA)",
    },
    "en": {
        Level.SIGNED: "signature alone (B-B)",
        Level.STAMPED: "signature with time stamp (B-T)",
        Level.PROVEN: "signature, time stamp and the certificate's standing are in the file (B-LT)",
        Level.ARCHIVED: "stamped for long keeping (B-LTA)",
    },
}
_WORDS: Final[Mapping[str, Mapping[str, str]]] = {
    "az": {
        "valid": "imza etibarlıdır",
        "invalid": "imza etibarsızdır: {problem}",
        "missing": "fayl oxunmur",
        "signer": "İmzalayan: {name}, sertifikat № {number}, verən: {issuer}",
        "when": "Vaxt: {when}",
        "unproven": " (imzalayanın saatı ilə; vaxt möhürü yoxdur)",
        "no_time": "göstərilməyib",
        "passed": "düzdür",
        "revocation": "sertifikata xitam verilib-verilmədiyi yoxlanmayıb: siyahı yoxdur",
        "level": "Səviyyə: {level}",
        "until": "Vaxt möhürü {date} tarixinədək yenilənməlidir",
        "changed": "Dəyişən: {what}",
        "day": "%d.%m.%Y",
        "date": "%d.%m.%Y, saat %H:%M:%S",
    },
    "en": {
        "valid": "the signature is valid",
        "invalid": "the signature is not valid: {problem}",
        "missing": "the file cannot be read",
        "signer": "Signer: {name}, certificate No {number}, issued by {issuer}",
        "when": "Time: {when}",
        "unproven": " (by the signer's clock; no time stamp)",
        "no_time": "not stated",
        "passed": "passed",
        "revocation": "whether the certificate was revoked is not known: no list",
        "level": "Level: {level}",
        "until": "The time stamp must be renewed before {date}",
        "changed": "Changed: {what}",
        "day": "%d.%m.%Y",
        "date": "%d.%m.%Y, %H:%M:%S (Baku)",
    },
}


def run(
    files: Sequence[Path],
    as_json: bool,
    trust: Path | None,
    out: TextIO,
    *,
    lang: str = "az",
    now: datetime | None = None,
) -> int:
    """Write the verdict on each of ``files`` to ``out``; 0 when all are valid and trusted, else 1.

    ``trust`` is a certificate file, or a folder with a trust list, or of certificates and revocation lists
    (``.crl``); without it the list that comes with the program counts. ``lang`` is ``az`` or ``en``. Raises
    OSError or ValueError for an unreadable ``trust``.
    """
    trusted = trust_in(trust) if trust else shipped_trust()
    verdicts = [(file, _verdict(file, trusted, now)) for file in files]
    if as_json:
        json.dump([_as_data(*item) for item in verdicts], out, ensure_ascii=False, indent=2)
        out.write("\n")
    else:
        out.writelines(f"{line}\n" for item in verdicts for line in _as_words(*item, lang))
    return 0 if all(verdict is not None and verdict.valid for _, verdict in verdicts) else 1


def _verdict(file: Path, trusted: TrustList, now: datetime | None) -> Verdict | None:
    try:
        content = file.read_bytes()
    except OSError:
        return None
    return verify(content, trusted.roots, trusted.revocation_lists, now, trusted.stamp_roots)


def _as_words(file: Path, verdict: Verdict | None, lang: str) -> list[str]:
    words, problems = _WORDS[lang], _PROBLEMS[lang]
    if verdict is None:
        return [f"{file.name}: {words['missing']}"]
    if verdict.file_problem:
        return [f"{file.name}: {problems[verdict.file_problem]}"]
    bottom = words["invalid"].format(problem=problems[verdict.problem]) if verdict.problem else words["valid"]
    lines = [f"{file.name}: {bottom}"]
    for signature in verdict.signatures:
        lines += _signature_words(signature, lang)
    return lines


def _signature_words(signature: SignatureFacts, lang: str) -> list[str]:
    words = _WORDS[lang]
    when = words["no_time"]
    if signature.signed_at:
        when = signature.signed_at.astimezone(_BAKU).strftime(words["date"])
        when += "" if signature.time_proven else words["unproven"]
    lines = [
        words["signer"].format(
            name=signature.signer, number=signature.certificate_no, issuer=signature.issuer
        ),
        words["when"].format(when=when),
        *(_stage_words(finding, lang) for finding in signature.findings),
    ]
    if not signature.revocation_known:
        lines.append(words["revocation"])
    if signature.changes:
        what = ", ".join(_CHANGES[lang][each] for each in signature.changes)
        lines.append(words["changed"].format(what=what))
    lines.append(words["level"].format(level=_LEVELS[lang][signature.level]))
    if signature.stamp_until:
        until = signature.stamp_until.astimezone(_BAKU).strftime(words["day"])
        lines.append(words["until"].format(date=until))
    return [f"  {line}" for line in lines]


def _stage_words(finding: Finding, lang: str) -> str:
    outcome = _PROBLEMS[lang][finding.problem] if finding.problem else _WORDS[lang]["passed"]
    return f"{_STAGES[lang][finding.stage]}: {outcome}"


def _as_data(file: Path, verdict: Verdict | None) -> dict[str, object]:
    if verdict is None:
        return {"file": file.name, "valid": False, "problem": "unreadable", "signatures": []}
    return {
        "file": file.name,
        "valid": verdict.valid,
        "problem": verdict.problem,
        "signatures": [_signature_data(signature) for signature in verdict.signatures],
    }


def _signature_data(signature: SignatureFacts) -> dict[str, object]:
    return {
        "signer": signature.signer,
        "certificate_no": signature.certificate_no,
        "issuer": signature.issuer,
        "signed_at": signature.signed_at.isoformat() if signature.signed_at else None,
        "time_proven": signature.time_proven,
        "revocation_known": signature.revocation_known,
        "extended": signature.extended,
        "level": signature.level,
        "stamp_until": signature.stamp_until.isoformat() if signature.stamp_until else None,
        "changes": list(signature.changes),
        "stages": {finding.stage: finding.problem or "passed" for finding in signature.findings},
    }
