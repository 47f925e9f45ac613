"""The window speaks Azerbaijani, also where the words are Qt's own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit

from ui.infra.translation import build_translations, install_language, remove_language


def test_translations_are_compiled_once_and_again_only_when_the_source_is_newer(tmp_path: Path, qapp):
    made = build_translations(tmp_path)
    assert "qtbase_az.qm" in {file.name for file in made}
    assert build_translations(tmp_path) == []


def test_the_context_menu_of_a_field_speaks_azerbaijani_and_stops_on_demand(tmp_path: Path, qapp, qtbot):
    build_translations(tmp_path)
    field = QLineEdit()
    qtbot.addWidget(field)
    installed = install_language(qapp, "az", tmp_path)
    words = [action.text() for action in field.createStandardContextMenu().actions()]
    assert any("Yapışdır" in word for word in words)
    remove_language(qapp, installed)
    assert QCoreApplication.translate("QLineEdit", "&Paste") == "&Paste"
