"""Controls keep their promises: off with a reason, busy with their name, problems at the field, dates as typed."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.widgets.action_button import ActionButton
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField, parsed_date
from ui.widgets.field import Field
from ui.widgets.flow_row import FlowRow
from ui.widgets.missing_list import Missing, MissingList
from ui.widgets.option import Option
from ui.widgets.page_view import PageView
from ui.widgets.segmented import Segmented
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField


@pytest.fixture
def shown(qtbot):
    """Puts controls into a window, shows it and keeps it until the test is over."""
    windows: list[QWidget] = []

    def show(*widgets: QWidget) -> None:
        window = QWidget()
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        qtbot.addWidget(window)
        windows.append(window)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)

    return show


def test_a_choice_too_long_for_its_box_says_so_and_is_read_in_the_list(qtbot, shown):
    words = "maddə 4.1.3 – torpaq payına mülkiyyət hüququ olan şəxs, torpaq sahəsinin mülkiyyətçisi"
    combo = Combo([Option("a", "qısa"), Option("b", words)])
    combo.setFixedWidth(160)
    shown(combo)
    combo.grab()
    assert combo.toolTip() == ""
    combo.choose("b")
    combo.grab()
    assert combo.toolTip() == words
    combo.window().resize(1200, 300)
    combo.showPopup()
    qtbot.waitUntil(combo.view().isVisible)
    assert combo.view().width() >= combo.fontMetrics().horizontalAdvance(words)
    combo.hidePopup()


def test_a_button_never_acts_while_off_or_busy_and_keeps_its_width(qtbot, shown):
    button = ActionButton("Yoxla", shortcut="register.ask")
    shown(button)
    heard: list[str] = []
    button.acted.connect(lambda: heard.append("acted"))
    button.told.connect(heard.append)
    width = button.width()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    button.set_off("Əvvəlcə FİN yazın.")
    qtbot.keyClick(button, Qt.Key.Key_Space)
    button.set_on()
    button.set_busy(True)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard == ["acted", "Əvvəlcə FİN yazın."]
    assert (button.text(), button.width()) == ("Yoxla", width)


def test_nothing_turns_before_300_ms(qtbot, shown):
    button = ActionButton("Yoxla")
    shown(button)
    button.set_busy(True)
    assert not button._arc.seen
    qtbot.waitUntil(lambda: button._arc.seen, timeout=2000)
    button.set_busy(False)
    assert not button._arc.seen


def test_a_problem_is_said_at_its_field_and_is_gone_when_repaired(qtbot, shown):
    editor = TextField()
    field = Field("FİN", editor, hint="7 işarə")
    shown(field)
    editor.show_text("5TK8R2O")
    field.set_problem("O hərfi olmur. Rəqəm 0 yazın.")
    assert editor.property("state") == "bad"
    assert "Rəqəm 0 yazın" in editor.accessibleDescription()
    assert editor.text() == "5TK8R2O"
    field.set_problem("")
    assert editor.property("state") == ""
    assert editor.accessibleName() == "FİN"


def test_enter_goes_to_the_next_field_and_shift_enter_back(qtbot, shown):
    first, second = TextField(), Combo([Option("a", "A")])
    shown(first, second)
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Return)
    assert second.hasFocus()
    qtbot.keyClick(second, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert first.hasFocus()


def test_a_pin_is_raised_as_it_is_typed_and_the_caret_stays(qtbot, shown):
    field = TextField(upper=True, limit=7)
    shown(field)
    field.setText("5TK8R2")
    field.setCursorPosition(2)
    qtbot.keyClicks(field, "i")
    assert (field.text(), field.cursorPosition()) == ("5TIK8R2", 3)


@pytest.mark.parametrize(
    ("typed", "day"),
    [("24112026", date(2026, 11, 24)), ("1.2.2026", date(2026, 2, 1)), ("24/11/2026", date(2026, 11, 24)),
     ("31.02.2026", None), ("24.11.26", None), ("", None), ("bu gün", None)],
)  # fmt: skip
def test_dates_are_read_as_people_write_them(typed, day):
    assert parsed_date(typed) == day


def test_the_dots_of_a_date_come_by_themselves_and_can_be_deleted(qtbot, shown):
    field = DateField()
    shown(field)
    qtbot.keyClicks(field, "24112026")
    assert field.text() == "24.11.2026"
    assert field.value() == date(2026, 11, 24)
    field.setText("24.")
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    assert field.text() == "24"


def test_free_text_stops_at_its_limit_without_losing_what_stood_there(qtbot, shown):
    area = TextArea(10)
    field = Field("Əsaslandırma", area)
    shown(field)
    area.show_text("0123456789")
    cursor = area.textCursor()
    cursor.setPosition(5)
    area.setTextCursor(cursor)
    qtbot.keyClicks(area, "x")
    assert area.text() == "0123456789"


def test_choices_are_told_only_when_a_person_chose(qtbot, shown):
    segmented = Segmented([Option("a", "Əsli"), Option("b", "Surəti")])
    shown(segmented)
    heard: list[str] = []
    segmented.chosen.connect(heard.append)
    segmented.choose("b")
    segmented.show_options([Option("a", "Əsli", 3), Option("b", "Surəti", 1)])
    assert (segmented.value(), heard) == ("b", [])
    qtbot.mouseClick(segmented._segments[0], Qt.MouseButton.LeftButton)
    assert (segmented.value(), heard) == ("a", ["a"])


def test_impossible_acts_stand_last_with_their_reason_and_the_focus_stays_on_its_act(qtbot, shown):
    actions = ActionList("İndi nə etmək olar")
    shown(actions)
    rows = [
        ActionRow("work", "İş təklif et", "work.offer", off="Şəxs işləyir."),
        ActionRow("pause", "Fasilə ver"),
    ]
    heard: list[str] = []
    actions.acted.connect(heard.append)
    actions.told.connect(heard.append)
    actions.show_actions(rows)
    lines = actions._all()
    assert [line.row.id for line in lines] == ["pause", "work"]
    lines[0].setFocus()
    for line in lines:
        line.click()
    assert heard == ["pause", "Şəxs işləyir."]
    actions.show_actions([*rows, ActionRow("withdraw", "Müraciəti dayandır")])
    assert next(line for line in actions._all() if line.hasFocus()).row.id == "pause"


def test_what_is_missing_is_counted_and_alt_digit_jumps_to_it(qtbot, shown):
    missing = MissingList("Çatışmayanlar")
    shown(missing)
    jumps: list[str] = []
    missing.jumped.connect(jumps.append)
    missing.show_items([Missing("who", "Şəxs", state="done"), Missing("date", "Tarix", state="bad"),
                        Missing("soon", "Az qalıb", state="warn")])  # fmt: skip
    assert missing.open_ids() == ("date",)
    assert missing._count.text() == "2 / 3"
    missing._jump(1)
    missing._jump(2)
    assert jumps == ["date"]


@pytest.mark.parametrize(("width", "lines", "caps"), [(700, 1, True), (430, 1, False), (300, 2, True)])
def test_no_button_is_cut_where_room_is_scarce(qtbot, width, lines, caps):
    first = ActionButton("İmtina məktubunu hazırla", "primary", shortcut="refusal.prepare")
    second = ActionButton("Şəxs razı deyil", shortcut="Alt+R")
    row = FlowRow([first, second])
    assert (row.heightForWidth(width) > first.sizeHint().height()) is (lines == 2)
    qtbot.addWidget(row)
    row.resize(width, row.heightForWidth(width))
    row.show()
    assert second.width() >= second.minimumSizeHint().width()
    assert (second.width() >= second.sizeHint().width()) is caps


def test_the_old_page_stays_until_the_new_one_comes_and_the_place_is_kept(qtbot, shown):
    view = PageView(name="Cavab")
    view.resize(400, 300)
    shown(view)
    page = QImage(595, 842, QImage.Format.Format_RGB32)
    view.show_pages([page, page])
    bar = view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    zooms: list[int] = []
    view.zoom_changed.connect(zooms.append)
    view.zoom_in()
    assert view.page_count() == 2
    assert zooms == [110]
    assert abs(bar.value() / bar.maximum() - 0.5) < 0.01
