"""The three stages of verification in words: what passed, what did not, and what the time rests on (facts 7.4)."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.domain.dates import legal_date, short, short_time
from ui.infra.marking import QT_TRANSLATE_NOOP
from ui.screens.notices.verification import Signature, Verdict
from ui.widgets.icon import Icon
from ui.widgets.text import Text

_STAGES: Final = {
    "owner": QT_TRANSLATE_NOOP("Stages", "1. The certificate is the signer's"),
    "moment": QT_TRANSLATE_NOOP("Stages", "2. It was in force at the moment of signing"),
    "unchanged": QT_TRANSLATE_NOOP("Stages", "3. The file was not changed after signing"),
}
PROBLEMS: Final = {
    "not_pdf": QT_TRANSLATE_NOOP("Stages", "The file is not a PDF."),
    "too_large": QT_TRANSLATE_NOOP("Stages", "The file is too large to be checked."),
    "damaged": QT_TRANSLATE_NOOP("Stages", "The file is damaged."),
    "encrypted": QT_TRANSLATE_NOOP("Stages", "The file is encrypted."),
    "unsigned": QT_TRANSLATE_NOOP("Stages", "The file carries no signature."),
    "signature_damaged": QT_TRANSLATE_NOOP("Stages", "The signature is damaged."),
    "signature_forged": QT_TRANSLATE_NOOP("Stages", "The signature is not the certificate owner's."),
    "issuer_unknown": QT_TRANSLATE_NOOP("Stages", "The certificate's issuer is not trusted here."),
    "not_for_signing": QT_TRANSLATE_NOOP("Stages", "The certificate is not meant for signing."),
    "weak_algorithm": QT_TRANSLATE_NOOP("Stages", "The signature uses a weak algorithm."),
    "time_missing": QT_TRANSLATE_NOOP("Stages", "The moment of signing is not stated."),
    "time_in_future": QT_TRANSLATE_NOOP("Stages", "The moment of signing lies in the future."),
    "expired": QT_TRANSLATE_NOOP("Stages", "The certificate had expired."),
    "not_yet_valid": QT_TRANSLATE_NOOP("Stages", "The certificate was not valid yet."),
    "revoked": QT_TRANSLATE_NOOP("Stages", "The certificate was revoked."),
    "bytes_changed": QT_TRANSLATE_NOOP("Stages", "The file's content was changed."),
    "not_whole_file": QT_TRANSLATE_NOOP("Stages", "The signature does not cover the whole file."),
    "changed_afterwards": QT_TRANSLATE_NOOP("Stages", "Something was added after signing."),
}


class Stages(QWidget):
    """One line a stage, and one for the time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._title = Text("", "label", "soft", wrap=True)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(self._lines)

    def say(self, title: str, detail: str = "") -> None:
        """Only words: being verified, signed by hand, not at this desk."""
        self._clear(title)
        if detail:
            self._lines.addWidget(Text(detail, "caption", "muted", wrap=True))

    def show_verdict(self, verdict: Verdict) -> None:
        """How each stage went."""
        self._clear(self.tr("The signature was verified in three stages"))
        if verdict.file_problem is not None or not verdict.signatures:
            self._line("bad", _said(PROBLEMS[str(verdict.file_problem or "unsigned")]), "")
            return
        for signature in verdict.signatures:
            for finding in signature.findings:
                if finding.problem is None:
                    self._line(
                        "good",
                        _said(_STAGES[str(finding.stage)]),
                        self._detail(str(finding.stage), signature),
                    )
                else:
                    self._line(
                        "bad", _said(_STAGES[str(finding.stage)]), _said(PROBLEMS[str(finding.problem)])
                    )
            if not signature.time_proven:
                self._line(
                    "warn", self.tr("Time stamp pending"), self.tr("The time is the signer's own clock.")
                )

    def _detail(self, stage: str, signature: Signature) -> str:
        if stage == "owner":
            return f"{signature.signer} · {signature.issuer}"
        if stage == "moment" and signature.signed_at is not None:
            when = f"{short(legal_date(signature.signed_at))} {short_time(signature.signed_at)}"
            if signature.revocation_known:
                return self.tr("{when} · revocation list checked").format(when=when)
            return self.tr("{when} · no revocation list at hand").format(when=when)
        return self.tr("SHA-256 agrees") if stage == "unchanged" else ""

    def _line(self, kind: str, words: str, detail: str) -> None:
        icon, role = {
            "good": ("check-circle", "good.text"),
            "warn": ("hourglass-medium", "warn.text"),
            "bad": ("warning-circle", "bad.text"),
        }[kind]
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(Icon(icon, role), 0, Qt.AlignmentFlag.AlignTop)
        texts = QVBoxLayout()
        texts.setSpacing(1)
        texts.addWidget(Text(words, "small_strong", "" if kind == "good" else kind, wrap=True))
        if detail:
            texts.addWidget(Text(detail, "caption", "muted", wrap=True))
        row.addLayout(texts, 1)
        holder.setAccessibleName(f"{words}. {detail}")
        self._lines.addWidget(holder)

    def _clear(self, title: str) -> None:
        self._title.setText(title)
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _said(words: str) -> str:
    return QCoreApplication.translate("Stages", words)
