"""Facts to JSON and back, strictly: what does not fit its type exactly is refused, never guessed.

Acts and answers travel between desks, server and disk for years; a hostile or damaged record must fail here,
with the name of the field and without its content.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from dost_desktop.domain.dates import instant, instant_text

T = TypeVar("T")

GREATEST: Final = 2**53 - 1  # the greatest whole number every JSON reader keeps exactly (RFC 8785)
DEEPEST: Final = 16  # how deep an answer of a register may nest


class Malformed(ValueError):
    """A record does not have the shape of its kind; names the field, never its content."""


@cache  # types are few and live as long as the program
def _shape(kind: Any) -> tuple[tuple[str, Any, bool], ...]:
    hints = get_type_hints(kind)
    return tuple(
        (f.name, hints[f.name], f.default is not dataclasses.MISSING) for f in dataclasses.fields(kind)
    )


def to_json(value: Any) -> Any:
    """``value`` as JSON: enums by value, dates ISO, instants UTC with milliseconds, tuples as lists.

    Fields that hold their default are written too: a record means the same when defaults change later. Raises
    Malformed for what records do not hold.
    """
    if value is None or isinstance(value, (bool, int, StrEnum)):
        return value.value if isinstance(value, StrEnum) else value
    if isinstance(value, str):
        return value
    if isinstance(value, datetime):
        return instant_text(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, (tuple, list)):
        return [to_json(item) for item in value]
    if isinstance(value, Mapping):
        return {str(key): to_json(item) for key, item in value.items()}
    if not dataclasses.is_dataclass(value):
        raise Malformed(type(value).__name__)  # a fraction, bytes: records hold none
    kind: Any = type(value)
    return {name: to_json(getattr(value, name)) for name, _, _ in _shape(kind)}


def from_json(kind: type[T], value: Any, at: str = "") -> T:
    """The fact of type ``kind`` in ``value``. Raises Malformed with the place, e.g. ``identity.number``."""
    result: T = _read(kind, value, at)
    return result


def _read(kind: Any, value: Any, at: str) -> Any:
    if kind is Any:
        return plain(value, at, 1)
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return _read_union(kind, value, at)
    if origin is tuple:
        item = get_args(kind)[0]
        return tuple(_read(item, each, f"{at}[{n}]") for n, each in enumerate(_want(list, value, at)))
    if origin is not None and issubclass(origin, Mapping):
        item = get_args(kind)[1]
        return {_text(key, at): _read(item, each, at) for key, each in _want(dict, value, at).items()}
    if dataclasses.is_dataclass(kind):
        return _read_record(kind, _want(dict, value, at), at)
    if kind is bool:
        return _want(bool, value, at)
    if kind is int:
        return _number(value, at)
    if kind is str:
        return _text(value, at)
    try:
        text = _want(str, value, at)
        if kind is datetime:
            return instant(text)
        if kind is date:
            return _day(text)
        if kind is UUID:
            return _uuid(text)
        return kind(text)
    except Malformed:
        raise
    except ValueError:
        raise Malformed(at) from None


def plain(value: Any, at: str = "", depth: int = 0) -> Any:
    """``value`` if it is JSON that every reader keeps exactly: no fractions, no half characters. Else Malformed."""
    if value is None or isinstance(value, bool):
        return value
    if isinstance(value, (dict, list)) and depth >= DEEPEST:
        raise Malformed(at)
    if isinstance(value, dict):
        return {_text(key, at): plain(each, at, depth + 1) for key, each in value.items()}
    if isinstance(value, list):
        return [plain(each, at, depth + 1) for each in value]
    return _text(value, at) if isinstance(value, str) else _number(value, at)


def _number(value: Any, at: str) -> int:
    number: int = _want(int, value, at)
    if abs(number) > GREATEST:
        raise Malformed(at)
    return number


def _text(value: Any, at: str) -> str:
    text: str = _want(str, value, at)
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair has no bytes
        raise Malformed(at) from None
    return text


def _read_union(kind: Any, value: Any, at: str) -> Any:
    options = get_args(kind)
    if value is None and type(None) in options:
        return None
    [only] = (each for each in options if each is not type(None))
    return _read(only, value, at)


def _read_record(kind: Any, value: dict[str, Any], at: str) -> Any:
    shape = _shape(kind)
    unknown = value.keys() - {name for name, _, _ in shape}
    if unknown:
        raise Malformed(f"{at}: fields not known")
    given: dict[str, Any] = {}
    for name, hint, has_default in shape:
        place = f"{at}.{name}" if at else name
        if name in value:
            given[name] = _read(hint, value[name], place)
        elif not has_default:
            raise Malformed(place)
    try:
        return kind(**given)
    except ValueError:
        raise Malformed(at) from None


def _want(kind: type, value: Any, at: str) -> Any:
    if type(value) is not kind:  # exactly: True is no number
        raise Malformed(at)
    return value


def _day(text: str) -> date:
    day = date.fromisoformat(text)
    if day.isoformat() != text:
        raise ValueError("a day has one spelling")
    return day


def _uuid(text: str) -> UUID:
    value = UUID(text)
    if str(value) != text:
        raise ValueError("an identifier has one spelling")
    return value
