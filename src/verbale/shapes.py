"""How plain values (from YAML or JSON) become frozen dataclasses: tables of keys, each with what its value must be.

It holds the checks of types alone: what a value means, and whether it is true, is for others (`verify.py`).
"""

from __future__ import annotations

import dataclasses
import keyword
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final, Generic, NamedTuple, TypeVar

from verbale.errors import Fault
from verbale.ids import is_slug
from verbale.span import Span

T = TypeVar("T")
Where = tuple[str | int, ...]
NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})
_SHOWN: Final = 40


class UnfitError(ValueError):
    """A value is not what its key asks for; `args` are what it must be and what to do."""


def text(value: Any) -> str:
    """Take a text of at least one character."""
    if type(value) is not str:
        wanted = "a text"
        raise UnfitError(wanted, 'Write it on one line after the colon, in "…" if it has special characters.')
    if not value:
        wanted = "a text that is not empty"
        raise UnfitError(wanted, "Write one, or leave the key out.")
    return value


def texts(value: Any) -> tuple[str, ...]:
    """Take a list of texts."""
    if type(value) is not list or not all(type(item) is str and item for item in value):
        wanted = "a list of texts"
        raise UnfitError(wanted, "Write it in brackets, [one, two], or one a line after '- '.")
    return tuple(value)


def number(value: Any) -> int:
    """Take a whole number from 0 up, of ASCII digits."""
    if type(value) is int and value >= 0:
        return value
    if type(value) is str and value.isascii() and value.isdigit():
        return int(value)
    wanted = "a whole number"
    raise UnfitError(wanted, "Write digits only.")


def span(value: Any) -> Span:
    """Take a place in a source: two whole numbers, in code points."""
    try:
        start, end = value
        return Span(number(start), number(end))
    except (ValueError, TypeError):
        wanted = "a place in the source, [start, end]"
        raise UnfitError(wanted, "Write two whole numbers in brackets, as in [112, 125].") from None


def spans(value: Any) -> Mapping[str, Span]:
    """Take a mapping of names to places in a source."""
    if type(value) is not dict:
        wanted = "places by name, {date: [112, 125]}"
        raise UnfitError(wanted, "Write the places in braces.")
    return MappingProxyType({name: span(place) for name, place in value.items()})


def address(value: Any) -> str:
    """Take a full address on the web."""
    if not _is_address(text(value)):
        wanted = "a full web address"
        raise UnfitError(wanted, "Write it with https:// in front.")
    return str(value)


def addresses(value: Any) -> tuple[str, ...]:
    """Take a list of full addresses on the web."""
    if not all(map(_is_address, texts(value))):
        wanted = "a list of full web addresses"
        raise UnfitError(wanted, "Write each with https:// in front.")
    return tuple(value)


def ids(value: Any) -> tuple[str, ...]:
    """Take a list of ids."""
    if not all(map(is_slug, texts(value))):
        wanted = "a list of ids"
        raise UnfitError(wanted, "An id is small letters, digits and single hyphens.")
    return tuple(value)


def _is_address(words: str) -> bool:
    return words.startswith(("https://", "http://")) and not any(map(str.isspace, words))


class Key(NamedTuple):
    """What a key's value becomes: by `convert`, or by a `shape` of its own (in a list, if `many`)."""

    attribute: str
    convert: Callable[[Any], Any] | None
    shape: Shape[Any] | None = None
    many: bool = False


@dataclass(frozen=True, slots=True)
class Shape(Generic[T]):
    """A mapping of known keys that becomes one `type`; `name` is what a person calls it.

    `required` are the attributes that must be there, with the keys that give them.
    """

    name: str
    type: type[T]
    keys: Mapping[str, Key]
    required: Mapping[str, str]

    def read(self, value: Any, where: Where, faults: list[Fault], given: Mapping[str, Any] = NOTHING) -> T | None:
        """Return the value as this shape's type, or `None` where it has errors; faults are added to `faults`.

        Keys without a value count as absent. Unknown keys are warnings and left aside. `given` are attributes that come
        from elsewhere than the value.
        """
        if type(value) is not dict:
            message = f"here should be {self.name}, but there is {_shown(value)}."
            faults.append(Fault(where, "wrong-type", message, "Write it as keys and values."))
            return None
        kept: dict[str, Any] = {**given} if given else {}
        keys = self.keys
        good = True
        for name, item in value.items():
            if item is None:
                continue
            try:
                attribute, convert, inner, _ = key = keys[name]
                if convert is not None:
                    kept[attribute] = convert(item)
            except KeyError:
                faults.append(self._unknown(name, where))
            except UnfitError as error:
                good = False
                faults.append(_unfit((*where, name), item, error))
            else:
                if inner is not None:
                    good &= self._read_inner(key, item, (*where, name), kept, faults)
        if not self.required.keys() <= kept.keys():
            missing = [name for name in self.required.values() if value.get(name) is None]
            faults += [
                Fault(where, "missing-key", f"{self.name} has no '{name}'.", f"Add `{name}:`.") for name in missing
            ]
            good = good and not missing
        return self.type(**kept) if good else None

    def _read_inner(self, key: Key, item: Any, where: Where, kept: dict[str, Any], faults: list[Fault]) -> bool:
        """Read a value that has a shape of its own, or a list of them; say whether all of it was good."""
        shape = key.shape
        assert shape is not None  # noqa: S101 - a key has either a converter or a shape
        if not key.many:
            kept[key.attribute] = inner = shape.read(item, where, faults)
            return inner is not None
        if type(item) is not list:
            message = f"'{where[-1]}' must be a list, but is {_shown(item)}."
            faults.append(Fault(where, "wrong-type", message, "Write one item a line, each after '- '."))
            return False
        inners = [shape.read(each, (*where, number), faults) for number, each in enumerate(item)]
        kept[key.attribute] = tuple(inners)
        return None not in inners

    def _unknown(self, name: str, where: Where) -> Fault:
        """Return the warning for a key that this shape does not know."""
        # Only a fault needs it: an edit without one would wait for the import.
        from difflib import get_close_matches

        close = get_close_matches(name, self.keys, 1)
        remedy = f"Did you mean '{close[0]}'?" if close else "It is kept, and shown nowhere."
        message = f"{self.name} knows no key '{name}'."
        return Fault((*where, name), "unknown-key", message, remedy, level="warning", at_key=True)


def shape(name: str, type_: type[T], /, **keys: Callable[[Any], Any] | Shape[Any] | list[Shape[Any]]) -> Shape[T]:
    """Make a shape: each key with a converter, a shape, or a shape in a list for many.

    The keys are the dataclass's fields; a field `from_` is written `from`. A field without default is required.
    """
    table: dict[str, Key] = {}
    for attribute, kind in keys.items():
        many = isinstance(kind, list)
        inner = kind[0] if isinstance(kind, list) else kind
        if isinstance(inner, Shape):
            table[written(attribute)] = Key(attribute, None, inner, many)
        else:
            table[written(attribute)] = Key(attribute, inner)
    fields = dataclasses.fields(type_)  # type: ignore[arg-type]
    missing = dataclasses.MISSING
    must = [f.name for f in fields if f.default is missing and f.default_factory is missing and f.name in keys]
    return Shape(name, type_, MappingProxyType(table), MappingProxyType({each: written(each) for each in must}))


def plain(value: Any, kind: Shape[Any]) -> dict[str, Any]:
    """Return a dataclass as plain values (dict, list, str, int) by the keys of its shape, without absent or empty ones."""
    found: dict[str, Any] = {}
    for name, key in kind.keys.items():
        held = getattr(value, key.attribute)
        if type(held) is str or type(held) is int:
            found[name] = held
        elif not held:
            continue
        elif key.shape is not None:
            found[name] = [plain(each, key.shape) for each in held] if key.many else plain(held, key.shape)
        elif isinstance(held, Mapping):
            found[name] = {inner: list(place) for inner, place in held.items()}
        else:
            found[name] = list(held)
    return found


def written(attribute: str) -> str:
    """Return the key of a dataclass's field as files have it: without the underscore that Python asks for."""
    bare = attribute.rstrip("_")
    return bare if keyword.iskeyword(bare) else attribute


def _unfit(where: Where, item: Any, error: UnfitError) -> Fault:
    """Return the fault for a value that its key cannot take."""
    wanted, remedy = error.args
    return Fault(where, "wrong-type", f"'{where[-1]}' must be {wanted}, but is {_shown(item)}.", remedy)


def _shown(value: Any) -> str:
    """Name a value in a message."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    if value is None:
        return "nothing"
    words = str(value)
    return f"'{words[:_SHOWN]}…'" if len(words) > _SHOWN else f"'{words}'" if words else "empty"
