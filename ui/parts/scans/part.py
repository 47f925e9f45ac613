"""The scans of a paper: chosen, dropped or pasted; each with what it is, and refused ones with the reason."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QLocale, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from dost_desktop.services.attach_scan import Scan
from dost_desktop.services.scan_reading import LARGEST, MEGABYTE, ScanKind
from ui.infra.keyboard import chord_pressed
from ui.infra.wording import words_for
from ui.parts.scans.scanning import ScanProblem, ScansShown
from ui.parts.scans.sources import sources_in
from ui.parts.side_by_side import SideBySide, left_of
from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.field import Field
from ui.widgets.icon import Icon
from ui.widgets.painted import draw_box
from ui.widgets.panel import Panel
from ui.widgets.text import ElidedText, Text

_QUIET_MS: Final = 300  # nothing is said about work that is over by then
_ICONS: Final = {ScanKind.PDF: "file-pdf", ScanKind.JPEG: "image", ScanKind.PNG: "image"}


class _FileName(ElidedText):
    """A file's name keeps its beginning and its end."""

    def shown_words(self) -> str:
        room = self.contentsRect().width()
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, room)


class ScanBox(Panel):
    """The place where scans are dropped and pasted. ``given`` carries the sources, ``removed`` a SHA-256."""

    given = Signal(object)
    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="sunken", parent=parent)
        self._over = False
        self._rows: tuple[Scan, ...] = ()
        self.add = ActionButton(self.tr("Add a scan"), shortcut="document.scan", icon="paperclip")
        self._list = QVBoxLayout()
        self._list.setSpacing(2)
        self._reading = Text("", "small", "muted")
        self._reading.hide()
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_QUIET_MS)
        self._patience.timeout.connect(self._reading.show)
        hint = self.tr("PDF, JPEG or PNG, up to {limit} MB. Drop files here or paste with Ctrl+V.")
        words = Text(hint.format(limit=LARGEST // MEGABYTE), "small", "muted", wrap=True)
        self.body.addWidget(SideBySide([left_of(self.add), words], shares=(2, 3)))
        self.body.addLayout(self._list)
        self.body.addWidget(self._reading)
        self.add.acted.connect(self._choose)
        self.setFocusProxy(self.add)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # a click here and Ctrl+V pastes here

    def show_now(self, scans: ScansShown) -> None:
        """The list and what is on its way."""
        if scans.attached != self._rows:
            self._rows = scans.attached
            self._show_rows()
        if scans.reading:
            self._reading.setText(self.tr("Reading %n scan(s)", "", scans.reading))
            if not self._patience.isActive() and not self._reading.isVisibleTo(self):
                self._patience.start()
        else:
            self._patience.stop()
            self._reading.hide()

    def show_over(self, over: bool) -> None:
        """Something that can be taken is held over the section."""
        self._over = over
        self.update()

    def take(self, mime: QMimeData) -> None:
        """What was dropped or pasted."""
        self.given.emit(sources_in(mime))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste) or chord_pressed(event) == "Ctrl+V":
            self.take(QGuiApplication.clipboard().mimeData())
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._over:
            worn = theme()
            draw_box(
                QPainter(self),
                self.rect(),
                line=worn.color("accent.fill"),
                width=2,
                radius=worn.px("radius.panel"),
            )

    def _show_rows(self) -> None:
        caret = QApplication.focusWidget()
        had_focus = caret is not None and self.isAncestorOf(caret)
        while (item := self._list.takeAt(0)) is not None:
            row = item.widget()
            if row is not None:
                row.hide()
                row.deleteLater()
        for scan in self._rows:
            self._list.addWidget(self._row(scan))
        if had_focus:
            self.add.setFocus(Qt.FocusReason.OtherFocusReason)  # the row that had the caret is gone

    def _row(self, scan: Scan) -> QWidget:
        row = QWidget()
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        name = scan.name or self.tr("Pasted picture")
        size = QLocale().formattedDataSize(scan.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        facts = [scan.kind.value.upper(), size]
        if scan.kind is ScanKind.PDF:
            facts.insert(1, self.tr("%n page(s)", "", scan.pages))
        remove = ActionButton(self.tr("Remove"), "link")
        remove.setAccessibleName(self.tr("Remove {name}").format(name=name))
        remove.acted.connect(partial(self.removed.emit, scan.sha256))
        line.addWidget(Icon(_ICONS[scan.kind], "text.muted"))
        line.addWidget(_FileName(name), 1)
        line.addWidget(Text(" · ".join(facts), "small", "muted"))
        line.addWidget(remove)
        return row

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Scans of the paper"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        scans = self.tr("Scans (*.pdf *.jpg *.jpeg *.png)")
        dialog.setNameFilters([scans, self.tr("All files (*)")])
        without_display = QGuiApplication.platformName() == "offscreen"
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog, without_display)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._chosen)
        dialog.open()  # no event loop of its own

    def _chosen(self, files: list[str]) -> None:
        self.given.emit([Path(file) for file in files])


class ScansPart(Field):
    """The box with its label, and under it why a scan was not taken."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.box = ScanBox()
        super().__init__("", self.box, parent=parent)
        self.set_label(self.tr("Scans"), optional=True)

    def show_now(self, scans: ScansShown) -> None:
        """List, progress and problems."""
        self.box.show_now(scans)
        self.set_problem("\n".join(self._said(each) for each in scans.problems))

    def _said(self, problem: ScanProblem) -> str:
        words = words_for(problem.error)
        return (
            self.tr("{name}: {problem}").format(name=problem.name, problem=words) if problem.name else words
        )
