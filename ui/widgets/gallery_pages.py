"""What the gallery shows below the controls: lists, messages and the parts a page is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme.theme import theme
from ui.widgets.action_button import ActionButton
from ui.widgets.action_list import ActionList, ActionRow
from ui.widgets.draft_bar import DraftBar
from ui.widgets.empty_state import EmptyState
from ui.widgets.facts import Fact, FactRows
from ui.widgets.figure import Figure
from ui.widgets.gallery_rows import Rows, side_by_side
from ui.widgets.icon import Icon
from ui.widgets.missing_list import Missing, MissingList
from ui.widgets.note import Note
from ui.widgets.page_view import PageView
from ui.widgets.panel import FoldedRow, Panel
from ui.widgets.progress import Progress
from ui.widgets.rows_model import Cell, Column, RowsModel
from ui.widgets.rows_view import RowsView
from ui.widgets.steps_bar import Step, StepsBar
from ui.widgets.text import Text
from ui.widgets.waiting import Waiting


def _lists() -> Rows:
    squares: Any = {
        "431": (1, "", "4 iş günü"),
        "430": (4, "warn", "1 iş günü"),
        "429": (5, "bad", "bu gün bitir"),
    }
    states = {
        "431": ("check-circle", "good", "Təsdiqlənib"),
        "430": ("hourglass-medium", "warn", "Gözləyir"),
        "429": ("warning-circle", "bad", "Baxılmalıdır"),
    }
    columns: list[Column[str]] = [
        Column("№", lambda n: Cell(f"…/000{n}", strong=True), width=100),
        Column("Şəxs", lambda _: Cell("Ağcaqayınlı Firəngiz Məmmədəli qızı")),
        Column("Vəziyyət", lambda n: Cell(states[n][2], icon=states[n][0], tone=states[n][1]), width=160),
        Column(
            "Son tarix",
            lambda n: Cell(squares[n][2], squares=(squares[n][0], 5), tone=squares[n][1]),
            width=180,
        ),
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
        Column(
            "Xüsusi qeyd",
            lambda t: Cell(chip="Nümayəndə", chip_icon="users") if t == "A-049" else Cell(),
            width=148,
        ),
        Column("Gözləyir", lambda _: Cell("12 dəq"), width=90, align="right"),
    ]
    queue = RowsModel(tickets, id_of=lambda t: t)
    queue.show_rows(["A-048", "A-049"])
    two = RowsView(queue, two_lines=True, name="Növbə")
    two.select_id("A-048")
    two.setFixedHeight(round(140 * theme().scale))
    return [[one], [two]]


def _notes() -> Rows:
    return [
        [
            Note("info", "Məlumat: accent.tint", "Nə dəyişdi, bir cümlə."),
            Note("good", "Alındı: good.tint", "Yalnız nəticə görünmürsə."),
            Note("warn", "Diqqət: warn.tint", "İş davam edir.", trailing="14:03"),
            Note("bad", "Xəta: bad.tint", "Nə etməli deyilir."),
        ],
        [
            DraftBar(
                "Yarımçıq qaralama tapıldı: A-031",
                "Proqram gözlənilmədən bağlanıb.",
                restore="Bərpa et",
                discard="Sil",
            )
        ],
    ]


def _case() -> Rows:
    steps = StepsBar(
        [
            Step("Şəxs", "done"),
            Step("Müraciət", "done"),
            Step("Yoxlama", "current"),
            Step("Münasib iş", "skipped"),
            Step("Qərar", "next"),
        ]
    )
    missing = MissingList("Çatışmayanlar")
    missing.show_items(
        [
            Missing("tarix", "Etibarnamənin tarixi", "yazılmayıb", "bad"),
            Missing("imza", "İmza", "token qoşulub"),
            Missing("muddet", "Vəsiqənin müddəti az qalıb", "davam etmək olar", "warn"),
            Missing("shexs", "Şəxs müəyyən edilib", "", "done"),
        ]
    )
    actions = ActionList("İndi nə etmək olar")
    actions.show_actions(
        [
            ActionRow("refuse", "İmtina məktubunu hazırla", "refusal.prepare"),
            ActionRow(
                "offer", "Münasib iş təklif et", "work.offer", off="Reyestrə görə şəxs işləyir (4.1.1)."
            ),
            ActionRow("pause", "Fasilə ver", "case.pause"),
            ActionRow("gone", "Gəlmədi", "ticket.no_show", "user-minus", "Əvvəlcə bileti çağırın."),
        ]
    )
    panel = Panel("Reyestr faktı", kind="sunken", trailing=Text("MAS · bu gün 14:07:32", "caption", "muted"))
    panel.body.addWidget(
        Text(
            "«Nümunə Tikinti» MMC, anbardar, əmək müqaviləsi 03.02.2025 tarixindən, bitməyib",
            "small",
            wrap=True,
        )
    )
    facts = FactRows(
        [
            Fact("FİN", "5TK8R2M"),
            Fact("Doğum", "14.03.1991, 35 yaş"),
            Fact("Ünvan", "Bakı ş., Nümunə r-nu, Sınaq küç. 12, m. 34"),
        ],
        small=True,
    )
    facts.set_source("Əhali reyestri · bu gün 14:02")
    framed = Panel("Şəxs")
    framed.body.addWidget(facts)
    framed.body.addWidget(
        FoldedRow(
            "check-circle", "Məqsəd", "İşsiz kimi qeydiyyat", ActionButton("Dəyiş", "link", shortcut="Alt+M")
        )
    )
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
    figures = side_by_side(Figure("17", "xidmət göstərilib"), Figure("06:40", "orta xidmət"))
    column = QWidget()
    inside = QVBoxLayout(column)
    for widget in (
        figures,
        bar,
        late,
        side_by_side(
            *(Icon(n, "text.soft") for n in ("stamp", "signature", "seal", "usb", "scan", "barcode"))
        ),
    ):
        inside.addWidget(widget)
    empty = EmptyState(
        "users-three",
        "Gözləyən yoxdur",
        "Yeni bilet gələndə burada görünəcək.",
        ActionButton("Biletsiz müraciət", shortcut="application.new"),
    )
    return [[empty, waiting, column, view]]


def _types() -> Rows:
    kinds = ("display", "title", "heading", "body", "strong", "small", "label", "caption")
    return [[side_by_side(*(Text(f"A-048 {kind}", kind) for kind in kinds))]]


PAGES: Final[tuple[tuple[str, Callable[[], Rows]], ...]] = (
    ("Siyahı sətirləri (delegate)", _lists),
    ("Bildirişlər səhifənin içində", _notes),
    ("İş səhifəsi", _case),
    ("Hallar", _states),
    ("Yazı ölçüləri", _types),
)
