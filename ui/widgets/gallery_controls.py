"""What the gallery shows first: each control with its states, in the words the desk really uses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Final

from ui.widgets.action_button import ActionButton
from ui.widgets.check_box import CheckBox, RadioButton
from ui.widgets.chip import Chip
from ui.widgets.combo import Combo
from ui.widgets.date_field import DateField
from ui.widgets.field import Field
from ui.widgets.gallery_rows import Rows, ringed, side_by_side
from ui.widgets.key_caps import KeyCaps
from ui.widgets.option import Option
from ui.widgets.segmented import Segmented
from ui.widgets.text_area import TextArea
from ui.widgets.text_field import TextField


def _buttons() -> Rows:
    rows: Rows = []
    for words, kind, shortcut in (
        ("Təsdiq et", "primary", "queue.next"),
        ("Yoxla", "secondary", "register.ask"),
        ("Sonra", "quiet", "back"),
        ("Qeydiyyatı ləğv et", "bad", "row.open"),
        ("Dəyiş", "link", "Alt+M"),
    ):
        plain, hover, pressed, focus, off, busy = (
            ActionButton(words, kind, shortcut=shortcut) for _ in range(6)
        )
        hover.setProperty("state", "hover")
        pressed.setProperty("state", "pressed")
        off.set_off("Əvvəlcə bileti çağırın.")
        busy.set_busy(True)
        rows.append([plain, hover, pressed, ringed(focus), off, busy])
    rows.append(
        [
            ActionButton("İmtina məktubunu hazırla", "primary", shortcut="refusal.prepare", icon="file-text"),
            ActionButton("Çap et", icon="printer", shortcut="print"),
            ActionButton("", icon="plus"),
            ActionButton("Bağla"),
            ActionButton("Başqa əməkdaş", "quiet", icon="user-plus", shortcut="sign_in.other"),
            ActionButton("Növbətini çağır", "primary", shortcut="queue.next", icon="megaphone", big=True),
        ]
    )
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
        [plain, ringed(Field("FİN", focused)), wrong, warned, Field("Ad (reyestrdən)", fact), off],
        [
            Field("Forması", forms),
            asked,
            Field("Parol", secret),
            Field("Tarix", DateField()),
            Field("Əlaqə", TextField(), hint="+994 və 9 rəqəm", optional=True),
        ],
        [Field("Əsaslandırma", area, hint="Şəxsə müraciətlə, 1–3 sadə cümlə. Maddəni təkrar yazmayın.")],
    ]


def _choices() -> Rows:
    shown = [Option("a", "Əsli"), Option("b", "Surəti"), Option("c", "Elektron")]
    off = Segmented(shown[:2])
    off.set_off("Əvvəlcə sənədi seçin.")
    counted = Segmented([Option("all", "Hamısı", 14), Option("js", "İşaxtaran", 6), Option("un", "İşsiz", 5)])
    boxes: list[CheckBox | RadioButton] = [CheckBox("Seçilmiş"), CheckBox("Boş"), CheckBox("Qeyri-aktiv")]
    radios: list[CheckBox | RadioButton] = [
        RadioButton("Seçilmiş"),
        RadioButton("Boş"),
        RadioButton("Qeyri-aktiv"),
    ]
    for group in (boxes, radios):
        group[0].setChecked(True)
        group[2].setEnabled(False)
    return [[Segmented(shown), counted, off], [side_by_side(*boxes), side_by_side(*radios)]]


def _chips() -> Rows:
    return [
        [
            side_by_side(
                Chip("İşaxtaran", "accent"),
                Chip("İşsiz", "good", "check"),
                Chip("Müvəqqəti çıxarılıb", "warn", "clock"),
                Chip("Baxılmalıdır", "bad", "warning-circle"),
                Chip("şəxsən"),
                Chip("Tərcüməçi", "neutral", "translate"),
                KeyCaps("queue.next"),
                KeyCaps("primary"),
                KeyCaps("refusal.prepare"),
            )
        ]
    ]


CONTROLS: Final[tuple[tuple[str, Callable[[], Rows]], ...]] = (
    ("Düymələr: primary, secondary, quiet, bad, link", _buttons),
    ("Sahələr", _fields),
    ("Seçimlər", _choices),
    ("Nişanlar və klavişlər", _chips),
)
