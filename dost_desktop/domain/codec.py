"""Facts to JSON and back, strictly: what does not fit its type exactly is refused, never guessed.

Acts and answers travel between desks, server and disk for years; a hostile or damaged record must fail here,
with the name of the field and without its content.
"""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Any, Final, TypeAlias, TypeVar, Union, get_args, get_origin, get_type_hints
from uuid import UUID

from dost_desktop.domain.dates import instant, instant_text

T = TypeVar("T")
_Reader: TypeAlias = Callable[[Any, str], Any]

GREATEST: Final = 2**53 - 1  # the greatest whole number every JSON reader keeps exactly (RFC 8785)
DEEPEST: Final = 16  # how deep an answer of a register may nest


class Malformed(ValueError):
    """A record does not have the shape of its kind; names the field, never its content."""


@cache  # types are few and live as long as the program
def _shape(kind: Any) -> tuple[tuple[str, Any, bool], ...]:
    hints = get_type_hints(kind)
    return tuple(
        (f.name, hints[f.name], f.default is not dataclasses.MISSING)
        for f in dataclasses.fields(kind)
        if f.init
    )


def to_json(value: Any) -> Any:
    """``value`` as JSON: enums by value, dates ISO, instants UTC with milliseconds, tuples as lists.

    Fields that hold their default are written too: a record means the same when defaults change later. Raises
    Malformed for what records do not hold.
    """
    kind: Any = type(value)
    return _writer(kind)(value)


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    """How values of exactly this type are written: found once, because every event is written many times."""
    if issubclass(kind, StrEnum):
        return _value_of
    if issubclass(kind, (bool, int, str, types.NoneType)):
        return _itself
    if issubclass(kind, datetime):
        return instant_text
    if issubclass(kind, date):
        return date.isoformat
    if issubclass(kind, UUID):
        return str
    if issubclass(kind, (tuple, list)):
        return _list
    if issubclass(kind, Mapping):
        return _mapping
    is_record = dataclasses.is_dataclass(kind)
    if not is_record:
        raise Malformed(kind.__name__)  # a fraction, bytes: records hold none
    names = tuple(name for name, _, _ in _shape(kind))
    return lambda record: {name: to_json(getattr(record, name)) for name in names}


def _value_of(member: StrEnum) -> str:
    return member.value


def _itself(value: Any) -> Any:
    return value


def _list(items: Iterable[Any]) -> list[Any]:
    return [to_json(each) for each in items]


def _mapping(facts: Mapping[Any, Any]) -> dict[str, Any]:
    return {str(key): to_json(each) for key, each in facts.items()}


def from_json(kind: type[T], value: Any, at: str = "") -> T:
    """The fact of type ``kind`` in ``value``. Raises Malformed with the place, e.g. ``identity.number``."""
    wanted: Any = kind
    result: T = _reader(wanted)(value, at)
    return result


@cache
def _reader(kind: Any) -> _Reader:
    """How values of this type are read; what a record's fields are is looked up when the first one is read."""
    if kind is Any:
        return _plain_item
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        return _reader_of_union(kind)
    if origin is tuple:
        return _reader_of_tuple(_reader(get_args(kind)[0]))
    if origin is not None and issubclass(origin, Mapping):
        return _reader_of_mapping(_reader(get_args(kind)[1]))
    if dataclasses.is_dataclass(kind):
        return _reader_of_record(kind)
    known = _READERS.get(kind)
    return known or _reader_of_text(_FROM_TEXT.get(kind, kind))


def _plain_item(value: Any, at: str) -> Any:
    return plain(value, at, 1)


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
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:  # half of a surrogate pair has no bytes
        raise Malformed(at) from None
    return text


def _truth(value: Any, at: str) -> bool:
    truth: bool = _want(bool, value, at)
    return truth


def _reader_of_union(kind: Any) -> _Reader:
    options = get_args(kind)
    [only] = (each for each in options if each is not types.NoneType)
    read = _reader(only)
    if types.NoneType not in options:
        return read
    return lambda value, at: None if value is None else read(value, at)


def _reader_of_tuple(read: _Reader) -> _Reader:
    return lambda value, at: tuple(
        [read(each, f"{at}[{n}]") for n, each in enumerate(_want(list, value, at))]
    )


def _reader_of_mapping(read: _Reader) -> _Reader:
    return lambda value, at: {_text(key, at): read(each, at) for key, each in _want(dict, value, at).items()}


def _reader_of_text(meant: Callable[[str], Any]) -> _Reader:
    """Days, moments, identifiers and words of a list: each has one spelling."""

    def read(value: Any, at: str) -> Any:
        text = _want(str, value, at)
        try:
            return meant(text)
        except ValueError:
            raise Malformed(at) from None

    return read


@cache
def _fields(kind: Any) -> tuple[dict[str, _Reader], tuple[str, ...]]:
    """The readers of a record's fields, and the fields that must be there."""
    shape = _shape(kind)
    readers = {name: _reader(hint) for name, hint, _ in shape}
    return readers, tuple(name for name, _, has_default in shape if not has_default)


def _reader_of_record(kind: Any) -> _Reader:
    def read(value: Any, at: str) -> Any:
        readers, needed = _fields(kind)
        record = _want(dict, value, at)
        if not record.keys() <= readers.keys():
            raise Malformed(f"{at}: fields not known")
        before = f"{at}." if at else ""
        given: dict[str, Any] = {}
        for name, reader in readers.items():
            if name in record:
                given[name] = reader(record[name], before + name)
            elif name in needed:
                raise Malformed(before + name)
        try:
            return kind(**given)
        except ValueError:
            raise Malformed(at) from None

    return read


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


_READERS: Final[dict[Any, _Reader]] = {bool: _truth, int: _number, str: _text}
_FROM_TEXT: Final[dict[Any, Callable[[str], Any]]] = {datetime: instant, date: _day, UUID: _uuid}
