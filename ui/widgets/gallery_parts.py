"""What the gallery shows: each kind of control with its states, in the words the desk really uses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, Final

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.check_box import CheckBox, RadioButton
from ui.widgets.chip import Chip
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.draft_bar import DraftBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts import Fact, FactRows
from ui.widgets.field import Field
from ui.widgets.figure import Figure
from ui.widgets.focus_ring import FocusRing
from ui.widgets.icon import Icon
from ui.widgets.key_caps import KeyCaps
from ui.widgets.missing_list import Missing, MissingList
from ui.widgets.note import Note
from ui.widgets.option import Option
from ui.widgets.page_view import PageView
from ui.widgets.panel import FoldedRow, Panel
from ui.widgets.progress import Progress
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.segmented import Segmented
from ui.widgets.steps_bar import Step, StepsBar
from ui.widgets.text import Text
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField
from ui.widgets.waiting import Waiting

Rows = list[list[QWidget]]


def _side_by_side(*widgets: QWidget) -> QWidget:
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget)
    row.addStretch(1)
    return holder


def _ringed(widget: QWidget) -> QWidget:
    """The control with its focus ring, as it looks when it has the keyboard."""
    holder = QWidget()
    inside = QVBoxLayout(holder)
    inside.setContentsMargins(5, 5, 5, 5)
    inside.addWidget(widget)
    FocusRing(holder).show_around(widget)
    return holder


def _buttons() -> Rows:
    rows: Rows = []
    for words, kind, shortcut in (
        ("Təsdiq et", "primary", "queue.next"), ("Yoxla", "secondary", "register.ask"),
        ("Sonra", "quiet", "back"), ("Qeydiyyatı ləğv et", "bad", "row.open"), ("Dəyiş", "link", "Alt+M"),
    ):  # fmt: skip
        plain, hover, pressed, focus, off, busy = (ActionButton(words, kind, shortcut=shortcut) for _ in range(6))
        hover.setProperty("state", "hover")
        pressed.setProperty("state", "pressed")
        off.set_off("Əvvəlcə bileti çağırın.")
        busy.set_busy(True)
        rows.append([plain, hover, pressed, _ringed(focus), off, busy])
    rows.append([
        ActionButton("İmtina məktubunu hazırla", "primary", shortcut="refusal.prepare", icon="file-text"),
        ActionButton("Çap et", icon="printer", shortcut="print"), ActionButton("", icon="plus"),
        ActionButton("Bağla"), ActionButton("Başqa əməkdaş", "quiet", icon="user-plus", shortcut="sign_in.other"),
        ActionButton("Növbətini çağır", "primary", shortcut="queue.next", icon="megaphone", big=True),
    ])  # fmt: skip
    return rows


def _fields() -> Rows:
    plain = Field("FİN", TextField(placeholder="7 işarə", upper=True, limit=7))
    focused, bad, fact = TextField(), TextField(), TextField()
    focused.show_text("5TK8R2M")
    bad.show_text("5TK8R2O")
    wrong = Field("FİN", bad)
    wrong.set_problem("O hərfi olmur. Rəqəm 0 yazın.")
    day = DateField()
    day.set_value(date(2026, 12, 18))
    warned = Field("Etibarlıdır", day)
    warned.set_note("24 gün qalıb.", "warn")
    fact.set_fact("Günay")
    off = Field("VÖEN", TextField())
    off.set_off("Yalnız sahibkar üçün.")
    forms = Combo([Option("original", "Əsli"), Option("copy", "Surəti")])
    read = TextField()
    read.show_text("5TK8R2M")
    asked = Field("FİN", read, beside=ActionButton("Yoxla", shortcut="register.ask"))
    asked.set_note("Kart oxundu, yoxlama rəqəmləri düzdür", "good")
    secret = TextField(secret=True)
    secret.show_text("parol12345")
    area = TextArea(600, lines=3)
    area.show_text("Siz əmək müqaviləsi ilə işlədiyiniz üçün qanuna görə məşğul şəxssiniz.")
    return [
        [plain, _ringed(Field("FİN", focused)), wrong, warned, Field("Ad (reyestrdən)", fact), off],
        [Field("Forması", forms), asked, Field("Parol", secret), Field("Tarix", DateField()),
         Field("Əlaqə", TextField(), hint="+994 və 9 rəqəm", optional=True)],
        [Field("Əsaslandırma", area, hint="Şəxsə müraciətlə, 1–3 sadə cümlə. Maddəni təkrar yazmayın.")],
    ]  # fmt: skip


def _choices() -> Rows:
    shown = [Option("a", "Əsli"), Option("b", "Surəti"), Option("c", "Elektron")]
    off = Segmented(shown[:2])
    off.set_off("Əvvəlcə sənədi seçin.")
    counted = Segmented([Option("all", "Hamısı", 14), Option("js", "İşaxtaran", 6), Option("un", "İşsiz", 5)])
    boxes: list[CheckBox | RadioButton] = [CheckBox("Seçilmiş"), CheckBox("Boş"), CheckBox("Qeyri-aktiv")]
    radios: list[CheckBox | RadioButton] = [RadioButton("Seçilmiş"), RadioButton("Boş"), RadioButton("Qeyri-aktiv")]
    for group in (boxes, radios):
        group[0].setChecked(True)
        group[2].setEnabled(False)
    return [[Segmented(shown), counted, off], [_side_by_side(*boxes), _side_by_side(*radios)]]


def _chips() -> Rows:
    return [[_side_by_side(
        Chip("İşaxtaran", "accent"), Chip("İşsiz", "good", "check"), Chip("Müvəqqəti çıxarılıb", "warn", "clock"),
        Chip("Baxılmalıdır", "bad", "warning-circle"), Chip("şəxsən"), Chip("Tərcüməçi", "neutral", "translate"),
        KeyCaps("queue.next"), KeyCaps("primary"), KeyCaps("refusal.prepare"),
    )]]  # fmt: skip


def _lists() -> Rows:
    squares: Any = {"431": (1, "", "4 iş günü"), "430": (4, "warn", "1 iş günü"), "429": (5, "bad", "bu gün bitir")}
    states = {"431": ("check-circle", "good", "Təsdiqlənib"), "430": ("hourglass-medium", "warn", "Gözləyir"),
              "429": ("warning-circle", "bad", "Baxılmalıdır")}  # fmt: skip
    columns: list[Column[str]] = [
        Column("№", lambda n: Cell(f"…/000{n}", strong=True), width=100),
        Column("Şəxs", lambda _: Cell("Ağcaqayınlı Firəngiz Məmmədəli qızı")),
        Column("Vəziyyət", lambda n: Cell(states[n][2], icon=states[n][0], tone=states[n][1]), width=160),
        Column("Son tarix", lambda n: Cell(squares[n][2], squares=(squares[n][0], 5), tone=squares[n][1]), width=180),
    ]
    table = RowsModel(columns, id_of=lambda n: n)
    table.show_rows(["431", "430", "429"])
    one = RowsView(table, name="Yazılı cavablar", sortable=True)
    one.horizontalHeader().setSortIndicator(3, one.horizontalHeader().sortIndicatorOrder())
    one.select_id("429")
    one.setFixedHeight(round(146 * theme().scale))
    tickets: list[Column[str]] = [
        Column("Bilet", lambda t: Cell(t, strong=True), width=84),
        Column("Müraciətin məqsədi", lambda _: Cell("İşsiz kimi qeydiyyat", "ilk müraciət · şəxsən")),
        Column("Xüsusi qeyd", lambda t: Cell(chip="Nümayəndə", chip_icon="users") if t == "A-049" else Cell(), width=148),
        Column("Gözləyir", lambda _: Cell("12 dəq"), width=90, align="right"),
    ]
    queue = RowsModel(tickets, id_of=lambda t: t)
    queue.show_rows(["A-048", "A-049"])
    two = RowsView(queue, two_lines=True, name="Növbə")
    two.select_id("A-048")
    two.setFixedHeight(round(140 * theme().scale))
    return [[one], [two]]


def _notes() -> Rows:
    return [[
        Note("info", "Məlumat: accent.tint", "Nə dəyişdi, bir cümlə."), Note("good", "Alındı: good.tint", "Yalnız nəticə görünmürsə."),
        Note("warn", "Diqqət: warn.tint", "İş davam edir.", trailing="14:03"), Note("bad", "Xəta: bad.tint", "Nə etməli deyilir."),
    ], [DraftBar("Yarımçıq qaralama tapıldı: A-031", "Proqram gözlənilmədən bağlanıb.", restore="Bərpa et", discard="Sil")]]  # fmt: skip


def _case() -> Rows:
    steps = StepsBar([
        Step("Şəxs", "done"), Step("Müraciət", "done"), Step("Yoxlama", "current"), Step("Münasib iş", "skipped"), Step("Qərar", "next"),
    ])  # fmt: skip
    missing = MissingList("Çatışmayanlar")
    missing.show_items([
        Missing("tarix", "Etibarnamənin tarixi", "yazılmayıb", "bad"), Missing("imza", "İmza", "token qoşulub"),
        Missing("muddet", "Vəsiqənin müddəti az qalıb", "davam etmək olar", "warn"), Missing("shexs", "Şəxs müəyyən edilib", "", "done"),
    ])  # fmt: skip
    actions = ActionList("İndi nə etmək olar")
    actions.show_actions([
        ActionRow("refuse", "İmtina məktubunu hazırla", "refusal.prepare"), ActionRow("offer", "Münasib iş təklif et", "work.offer", off="Reyestrə görə şəxs işləyir (4.1.1)."),
        ActionRow("pause", "Fasilə ver", "case.pause"), ActionRow("gone", "Gəlmədi", "ticket.no_show", "user-minus", "Əvvəlcə bileti çağırın."),
    ])  # fmt: skip
    panel = Panel("Reyestr faktı", kind="sunken", trailing=Text("MAS · bu gün 14:07:32", "caption", "muted"))
    panel.body.addWidget(Text("«Nümunə Tikinti» MMC, anbardar, əmək müqaviləsi 03.02.2025 tarixindən, bitməyib", "small", wrap=True))
    facts = FactRows([Fact("FİN", "5TK8R2M"), Fact("Doğum", "14.03.1991, 35 yaş"), Fact("Ünvan", "Bakı ş., Nümunə r-nu, Sınaq küç. 12, m. 34")], small=True)
    facts.set_source("Əhali reyestri · bu gün 14:02")
    framed = Panel("Şəxs")
    framed.body.addWidget(facts)
    framed.body.addWidget(FoldedRow("check-circle", "Məqsəd", "İşsiz kimi qeydiyyat", ActionButton("Dəyiş", "link", shortcut="Alt+M")))
    return [[steps], [missing, actions, framed, panel]]


def _states() -> Rows:
    waiting = Waiting("Reyestrdən cavab gözlənilir")
    waiting.start()
    bar = Progress(stretches=True)
    bar.set_part(0.6)
    late = Progress(stretches=True)
    late.set_part(0.95, "warn")
    page = QImage(595, 842, QImage.Format.Format_RGB32)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.drawText(60, 80, "4. Əsaslandırma. Siz əmək müqaviləsi ilə işləyirsiniz")
    painter.end()
    view = PageView(name="Cavabın görünüşü")
    view.set_zoom(50)
    view.show_pages([page])
    view.mark(0, 0.08, 0.1)
    view.setFixedHeight(180)
    figures = _side_by_side(Figure("17", "xidmət göstərilib"), Figure("06:40", "orta xidmət"))
    column = QWidget()
    inside = QVBoxLayout(column)
    for widget in (figures, bar, late, _side_by_side(*(Icon(n, "text.soft") for n in ("stamp", "signature", "seal", "usb", "scan", "barcode")))):
        inside.addWidget(widget)
    empty = EmptyState("users-three", "Gözləyən yoxdur", "Yeni bilet gələndə burada görünəcək.", ActionButton("Biletsiz müraciət", shortcut="application.new"))
    return [[empty, waiting, column, view]]


def _types() -> Rows:
    kinds = ("display", "title", "heading", "body", "strong", "small", "label", "caption")
    return [[_side_by_side(*(Text(f"A-048 {kind}", kind) for kind in kinds))]]


SECTIONS: Final[tuple[tuple[str, Callable[[], Rows]], ...]] = (
    ("Düymələr: primary, second, quiet, bad, link", _buttons),
    ("Sahələr", _fields),
    ("Seçimlər", _choices),
    ("Nişanlar və klavişlər", _chips),
    ("Siyahı sətirləri (delegate)", _lists),
    ("Bildirişlər səhifənin içində", _notes),
    ("İş səhifəsi", _case),
    ("Hallar", _states),
    ("Yazı ölçüləri", _types),
)
