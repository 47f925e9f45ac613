"""The bar that says where a document was saved at a desk without a printer: it is printed from there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ui.widgets.action_button import ActionButton
from ui.widgets.icon import Icon
from ui.widgets.text import ElidedText, Text


class SavedBar(QFrame):
    """The file's name, its folder, and the one key that opens it."""

    def __init__(self, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "draft-bar")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 4, 24, 4)
        row.setSpacing(8)
        row.addWidget(Icon("file-text", "accent.text", "icon_small"), 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(0)
        title = self.tr("No printer here: saved as {file}").format(file=file.name)
        words.addWidget(Text(title, "small_strong", wrap=True))
        words.addWidget(ElidedText(str(file.parent), "caption", "soft"))
        row.addLayout(words, 1)
        show = ActionButton(self.tr("Open the file"), shortcut="Alt+F")
        show.acted.connect(lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(file))))
        row.addWidget(show)
        self.setAccessibleName(title)
        self.setAccessibleDescription(str(file.parent))
