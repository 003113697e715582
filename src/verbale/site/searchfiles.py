"""The files that search reads: scripts that a page loads from disk as well as from a server, each of which hands data over.

========================================  ============================================================================
`search/index.js`                         the leaves, newest first; all speakers, themes and pages; common words
`search/<leaf>/shards.js`                 the names of a leaf's shards
`search/<leaf>/keys.js`                   the keys of a leaf's records, in order
`search/<leaf>/w-<shard>.js`              postings by term (`catalog/words.py`), each after the way to its record
`search/<leaf>/p-<shard>.js`              places by word, in the order of its postings
`search/<leaf>/facts.js`                  speakers, themes, and for each record its year, and who and what on
`search/records/<key>.js`                 the sentences of a record, for what is shown of a hit
========================================  ============================================================================
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from verbale.catalog import searching
from verbale.catalog.words import COMMON, DIGITS, date_words, key_digits, unpack_words
from verbale.jsontext import packed
from verbale.record import SPEECHES
from verbale.site import addresses
from verbale.site.leaves import leaf_of, leaves_of, shards_of
from verbale.site.page import File
from verbale.site.speakerview import speaker_name
from verbale.site.text import plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from verbale.site.pageviews import RecordView
    from verbale.site.recordview import Reading
    from verbale.site.shelf import Shelf
    from verbale.site.views import Site

STEPS: Final = " #$%&'()*+,/:;<=>?@[]^{|}"
"""The records from one with a term to the next, as the sign before its postings; of more, `~` and the place in two digits."""
WHOLE: Final = 1_000_000
"""Letters of a page that are searched; a page that people write is never so long."""
_ODD: Final = re.compile("[^a-z0-9]")


def handed(url: str, data: str) -> File:
    """Return the script at an address that hands data over, under its address."""
    return File(url, f"verbale.take({packed(url)},{data});\n".encode())


def index_file(shelf: Shelf, site: Site) -> File:
    """Return the file that is read first: the leaves, newest first, and what people may look for besides records, and common words.

    Each of these is its kind, its id, its name, and what else is searched; a theme has the theme above it too.
    """
    leaves = [leaf.bits for leaf in leaves_of(searching.codes(shelf.catalog.db))]
    return handed(addresses.search_file("index"), packed([leaves[::-1], _names(shelf, site), COMMON]))


def _names(shelf: Shelf, site: Site) -> list[tuple[str, ...]]:
    headings = shelf.catalog.headings
    names: list[tuple[str, ...]] = [
        ("theme", theme.id, theme.label, _words(theme.note), theme.broader or "") for theme in headings.themes.values()
    ]
    for total in shelf.catalog.speaker_totals():
        known = headings.speakers.get(total.id)
        others = (*known.aliases, known.note or "") if known else ()
        names.append(("speaker", total.id, speaker_name(shelf, total), _words(total.qualifier, *others)))
    for link in site.pages:
        page = headings.pages[link.url.removesuffix(".html")]
        names.append(("page", page.id, page.title, _words(page.description, page.body)))
    return sorted(names)


def _words(*texts: str | None) -> str:
    parts = (part.lstrip("# ") for text in texts if text for part in text.split("\n\n"))
    return " ".join(filter(None, (plain(part, WHOLE) for part in parts)))


def leaf_files(shelf: Shelf, bits: str) -> Iterator[File]:
    """Give the files of a leaf but for its records' own; none where it has no record."""
    leaf = leaf_of(bits)
    folder = addresses.search_leaf(bits)
    postings: defaultdict[str, list[str]] = defaultdict(list)
    places: defaultdict[str, list[str]] = defaultdict(list)
    last: dict[str, int] = {}
    speakers: dict[str, None] = {}
    themes: dict[str, None] = {}
    keys: list[str] = []
    facts = []
    for code, data in searching.words(shelf.catalog.db, leaf.low, leaf.high):
        year, heard, borne, cells, found = unpack_words(data)
        place = len(keys)
        far = f"~{DIGITS[place >> 6]}{DIGITS[place & 63]}"
        keys.append(key_digits(code))
        facts.append((year, heard, borne, cells))
        speakers |= dict.fromkeys(heard)
        themes |= dict.fromkeys(borne)
        for term, posting in found.items():
            items, _, stands = posting.partition(" ")
            step = place - last.get(term, -1)
            last[term] = place
            postings[term].append((STEPS[step - 1] if step <= len(STEPS) else far) + items)
            if stands:
                places[term].append(stands)
    if not facts:
        return
    yield handed(addresses.search_file(f"{folder}/keys"), packed("".join(keys)))
    yield handed(addresses.search_file(f"{folder}/facts"), _facts(sorted(speakers), sorted(themes), facts))
    # A term is made of letters and digits, or is an id, act or two words behind a sign: none needs escaping in JSON.
    written = {term: f'"{term}":"{"".join(postings[term])}"' for term in sorted(postings)}
    stand = {term: f'"{term}":"{"".join(found)}"' for term, found in places.items()}
    sizes = [(term, max(len(text), len(stand.get(term, "")))) for term, text in written.items()]
    names = []
    for name, terms in shards_of(sizes):
        names.append(name)
        file = shard_name(name)
        yield handed(addresses.search_file(f"{folder}/w-{file}"), f"{{{','.join([written[t] for t in terms])}}}")
        words = [stand[term] for term in terms if term in stand]
        if words:
            yield handed(addresses.search_file(f"{folder}/p-{file}"), f"{{{','.join(words)}}}")
    yield handed(addresses.search_file(f"{folder}/shards"), packed(",".join(names)))


def shard_name(beginning: str) -> str:
    """Return a shard's name as part of a file's name: signs other than small letters and digits by their number."""
    return _ODD.sub(lambda odd: f"_{ord(odd[0]):x}_", beginning)


def _facts(
    speakers: Sequence[str], themes: Sequence[str], facts: Sequence[tuple[str, list[str], list[str], str]]
) -> str:
    """Return who speaks and on what in a leaf; of each record year, speakers, themes and cells, parted by `|`."""
    at_speaker = {one: _base36(number) for number, one in enumerate(speakers)}
    at_theme = {one: _base36(number) for number, one in enumerate(themes)}
    rows = [
        f"{year}|{' '.join([at_speaker[one] for one in heard])}|{' '.join([at_theme[one] for one in borne])}|{cells}"
        for year, heard, borne, cells in facts
    ]
    return packed([speakers, themes, rows])


def _base36(number: int) -> str:
    return DIGITS[number] if number < 36 else _base36(number // 36) + DIGITS[number % 36]


def record_file(reading: Reading, view: RecordView) -> File:
    """Return what search shows of a record.

    That is id, title, date in words, publisher, language; by speaker name and classes; of each statement id, speaker,
    speech (0 reported, 1 mixed, 2 direct) and text; of each agreed point the number of its statement, id, act, label, text;
    and where the date covers more than its words say, all that it covers.
    """
    head = view.head
    points: list[Sequence[Any]] = []
    statements: list[Sequence[Any]] = []
    for sentence in reading.sentences:
        statement = sentence.statement
        statements.append((statement.id, statement.speaker, SPEECHES.index(statement.speech), statement.text))
        points += [(sentence.number, ref.id, ref.act, ref.label, ref.text) for ref in sentence.points]
    voices = {voice.id: (voice.name, voice.css) for voice in view.voices}
    said = [head.id, head.title, head.date_text, head.publisher or "", head.language, voices, statements, points]
    if head.date and ("/" in head.date or "X" in head.date):
        said.append(" ".join(date_words(head.date)))
    return handed(addresses.search_record(head.id), packed(said))
