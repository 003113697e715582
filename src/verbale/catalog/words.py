"""The words of a record as search knows them: folded, with the places where each one stands; it keeps and writes nothing.

A record's place in search is its *code*, 63 bits: 21 of its date, so that codes stand in the order of time, and 42 of its
id, its *key*: seven digits of `DIGITS`. It depends on nothing else, so that one record more leaves the codes of all others
as they are.

Postings of a term in one record are the numbers of statements (0 is the title), as differences written in digits of 32
with the lowest first, all but the last raised by 32 (or, where that is shorter, `!` and a map of bits, six to a digit, the
lowest first); then, after a `.`, agreed points as pairs: statement (as a difference) and place in it.

After them come, parted by a blank, the places of a word in each of these, for words that must stand together: how many
words stand before it, or since its last place in the same text. 31 is added to all but the last place in a text, and a
`-` stands for 31 words more. A point's heading follows its text, and a record's date its title, with one place between them. Before each place of a word
that is not common stand two digits for what stands right before and after it: `0`, or the number of a word of `COMMON`; or `_` for `00`.

Besides words there are terms that no word can be: `@` and a speaker, `#` and a theme (broader ones too), `=` and an act,
`+` and two words of `COMMON`, a blank between them, that stand together. They have no places.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING, Final
from unicodedata import category, normalize

from verbale.catalog.order import UNDATED, year_of
from verbale.edtf import MONTHS, SEASONS, covered
from verbale.jsontext import packed, unpacked
from verbale.record import ACTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from verbale.catalog.entries import Entry

DIGITS: Final = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
_MOST: Final = 31
KEY_BITS: Final = 42
DAY_BITS: Final = 21
CODE_BITS: Final = DAY_BITS + KEY_BITS
DAYS_A_YEAR: Final = 372
"""Twelve months of thirty-one: days are only put in order, never counted."""

_PUNCTUATION: Final = str.maketrans(dict.fromkeys("\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u00a0", " "))
"""What most often makes a text more than ASCII, and parts words."""
_LETTERS: Final = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "ı": "i", "þ": "th", "ς": "σ"}
)
"""Letters that Unicode does not take apart."""
_UNSPACED: Final = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
"""Thai, Lao, Burmese, Khmer, kana, Han: written without spaces, so that each sign is taken for a word."""
_WORD: Final = re.compile(f"[{_UNSPACED}]|[^\\W_{_UNSPACED}]+")
_ASCII_WORD: Final = re.compile("[a-z0-9]+")
COMMON: Final = tuple(
    "a all also an and are as at be been both by for from has have he her his in is it its of on or she side sides that the "
    "their they this to two was we were which will with would".split()
)
"""English words that stand in most records, in order. What stands beside them is told with the places of the others, so
that theirs, which are many, are hardly ever read. In other languages there are none such, and what is found is the same."""
_DECADE: Final = re.compile(r"(?<![-0-9X])(?:([0-9]{3})X|([0-9]{2})XX)(?![0-9X])")
"""A year of which the last digit is not known, or the last two."""
_COMMON: Final = {word: DIGITS[number] for number, word in enumerate(COMMON, 1)}


def fold(text: str) -> str:
    """Return a text as it is compared: without case, accents and compatibility forms. The site's script does the same."""
    if text.isascii():
        return text.lower()
    plain = "".join([letter for letter in normalize("NFKD", text) if category(letter)[0] != "M"])
    return plain.lower().translate(_LETTERS)


def words_in(text: str) -> list[str]:
    """Return the words of a text, folded, in order."""
    if not text.isascii():
        text = text.translate(_PUNCTUATION)
    return (_ASCII_WORD if text.isascii() else _WORD).findall(fold(text))


def date_words(date: str | None) -> list[str]:
    """Return the words of a date, folded, as far as it is known: "28", "june", "2021"; of an interval those of each day, month
    or year that it covers (`edtf.covered`), with "" between; "2030s" for a decade.
    """
    found: list[str] = []
    for year, month, day in covered(date or ""):
        named = [MONTHS[month - 1].lower()] if 0 < month <= len(MONTHS) else [SEASONS[f"{month}"]] if month else []
        found += [*([""] if found else []), *([f"{day}"] if day else []), *named, *([f"{year}"] if year else [])]
    for decade, century in _DECADE.findall(date or ""):
        found += [*([""] if found else []), f"{decade}0s" if decade else f"{century}00s"]
    return found


def key_of(record_id: str) -> int:
    """Return the 42 bits that stand for a record."""
    return int.from_bytes(blake2b(record_id.encode(), digest_size=8).digest(), "big") >> (64 - KEY_BITS)


def code_of(rank: str) -> int:
    """Return a record's place in search from its place in time (`order.rank_of`)."""
    date, _, record_id = rank.partition(" ")
    year, month, day = (*(int(part) for part in date.split("-") if part), 0, 0, 0)[:3]
    number = min(year * DAYS_A_YEAR + max(month - 1, 0) * 31 + max(day - 1, 0), (1 << DAY_BITS) - 1)
    return (number << KEY_BITS) | key_of(record_id)


def key_digits(code: int) -> str:
    """Return a record's key in digits."""
    return "".join([DIGITS[code >> shift & 63] for shift in range(KEY_BITS - 6, -1, -6)])


def words_of(
    title: str,
    date: str | None,
    rank: str,
    entries: Sequence[Entry],
    themes: Iterable[tuple[str, Sequence[int], Sequence[int]]],
) -> str:
    """Return a record's facts and postings as JSON: year, speakers, themes, cells, and postings and places by term.

    A record's title and its date are one text. `themes` are the themes of the record, broader ones included, each with the numbers of its statements and points.
    Cells stand one after another in the order of the source: of a statement a letter for its speaker (`a` is the first
    of the list), of an agreed point a digit for its act; after each a capital for each of its themes (`A` is the first).
    """
    said: dict[str, list[int]] = {}
    agreed: dict[str, list[tuple[int, int]]] = {}
    stand: dict[str, str] = {}
    for word, at in places_in([*words_in(title), "", *date_words(date)]).items():
        said[word], stand[word] = [0], at
    for entry in entries:
        number, statement = entry.number, entry.statement
        said.setdefault(f"@{statement.speaker}", []).append(number)
        for word, at in places_in(words_in(statement.text)).items():
            if word in said:
                said[word].append(number)
                stand[word] += at
            else:
                said[word], stand[word] = [number], at
    places: dict[int, tuple[int, int]] = {}
    for entry in entries:
        for place, (point_number, point) in enumerate(entry.points, 1):
            item = places[point_number] = (entry.number, place)
            for term in (f"@{entry.statement.speaker}", f"={point.act}"):
                agreed.setdefault(term, []).append(item)
            for word, at in places_in([*words_in(point.text), "", *words_in(point.label or "")]).items():
                if word in agreed:
                    agreed[word].append(item)
                else:
                    agreed[word] = [item]
                stand[word] = stand.get(word, "") + at
    for theme, numbers, points in themes:
        if numbers:
            said[f"#{theme}"] = list(numbers)
        if points:
            agreed[f"#{theme}"] = sorted(places[point] for point in points)
    postings = {term: items_of(numbers, agreed.get(term, ())) for term, numbers in said.items()}
    postings |= {term: items_of((), pairs) for term, pairs in agreed.items() if term not in said}
    for word, found in stand.items():
        if found:
            postings[word] += f" {found}"
    return packed([_year(rank), *_cells(entries), dict(sorted(postings.items()))])


def places_in(words: Sequence[str]) -> dict[str, str]:
    """Return the places of each word of a text as they are written; "" is no word, but takes up a place.

    Two common words that stand together are there too, without places.
    """
    found: dict[str, str] = {}
    last: dict[str, int] = {}
    common = [_COMMON.get(word, "0") for word in words]
    before = "0"
    for at, (word, own, after) in enumerate(zip(words, common, [*common[1:], "0"], strict=False)):
        if own == "0":
            beside = "_" if before == after == "0" else before + after
        else:
            beside = ""
            if before != "0":
                found[f"+{words[at - 1]} {word}"] = ""
        before = own
        if word in last:
            so_far, gap = found[word], at - last[word]
            found[word] = so_far[:-1] + _MORE[so_far[-1]] + beside + (_LAST[gap] if gap < _MANY else _gap(gap))
        else:
            found[word] = beside + (_LAST[at] if at < _MANY else _gap(at))
        last[word] = at
    found.pop("", None)
    return found


def _gap(words: int) -> str:
    return "-" * (words // _MOST) + DIGITS[words % _MOST]


_MANY: Final = 200
_LAST: Final = tuple(_gap(words) for words in range(_MANY))
_MORE: Final = dict(zip(DIGITS[:_MOST], DIGITS[_MOST:], strict=False))


def _year(rank: str) -> str:
    year = year_of(rank)
    return "" if year == UNDATED else year


def _cells(entries: Iterable[Entry]) -> tuple[list[str], list[str], str]:
    speakers: dict[str, int] = {}
    themes: dict[str, int] = {}
    cells = []

    def borne(ones: Iterable[str]) -> str:
        return "".join([_letter("A", themes.setdefault(theme, len(themes))) for theme in ones])

    for entry in entries:
        statement = entry.statement
        above = dict.fromkeys(statement.themes) | dict.fromkeys(t for _, point in entry.points for t in point.themes)
        cells.append(_letter("a", speakers.setdefault(statement.speaker, len(speakers))) + borne(above))
        for _, point in entry.points:
            cells.append(chr(ord("0") + ACTS.index(point.act)) + borne(point.themes))
    return list(speakers), list(themes), "".join(cells)


def _letter(first: str, number: int) -> str:
    """Return the letter for a number from 0; beyond the alphabet they go on at U+0100 (speakers) and U+1000 (themes)."""
    if number < 26:
        return chr(ord(first) + number)
    return chr((0x100 if first == "a" else 0x1000) + number)


def items_of(numbers: Sequence[int], points: Sequence[tuple[int, int]] = ()) -> str:
    """Return statements and agreed points of one term in one record as postings."""
    if len(numbers) == 1 and numbers[0] < 32:
        digits = DIGITS[numbers[0]]
    else:
        last, parts = 0, []
        for number in numbers:
            parts.append(_number(number - last))
            last = number
        digits = "".join(parts)
        if numbers and len(digits) > numbers[-1] // 6 + 2:
            digits = f"!{_bits(numbers)}"
    if not points:
        return digits
    last, parts = 0, [digits, "."]
    for number, place in points:
        parts += (_number(number - last), _number(place))
        last = number
    return "".join(parts)


def _number(value: int) -> str:
    if value < 32:
        return DIGITS[value]
    return DIGITS[32 + (value & 31)] + _number(value >> 5)


def _bits(numbers: Sequence[int]) -> str:
    digits = [0] * (numbers[-1] // 6 + 1)
    for number in numbers:
        digits[number // 6] |= 1 << number % 6
    return "".join([DIGITS[digit] for digit in digits])


def unpack_words(data: str) -> tuple[str, list[str], list[str], str, Mapping[str, str]]:
    """Return what `words_of` made: year, speakers, themes, cells, postings by term."""
    year, speakers, themes, cells, postings = unpacked(data)
    return year, speakers, themes, cells, postings
