"""Where the body of a document begins and ends among its lines."""

from __future__ import annotations

import re
from typing import Final

from verbale.language import Language
from verbale.parse.datelines import BYLINES
from verbale.parse.layout import MARKER
from verbale.parse.linerules import END_MARK
from verbale.parse.tokens import tokenize
from verbale.span import Span

PROSE_WORDS: Final = 5


LONG_LINE: Final = 400


LONGEST_END: Final = 200
"""Code points of a paragraph's end in which its end mark is looked for: a run of white space may be as long as it likes."""


GREETING: Final = re.compile(
    r"(?:Dear |(?:Your )?Excellenc|(?i:good (?:morning|afternoon|evening))\b|Ladies and gentlemen|Colleagues|Friends|Distinguished|Your (?:Majest|Royal|Highness)|Mr\.? (?:President|Speaker|Chair)|Madam (?:President|Speaker|Chair)|Hon(?:ou?rable|\.) |Esteemed |Namaskar)",
    re.IGNORECASE,
)
"""Words that open a letter or speech, ahead of anything that reads as sentences."""


PREAMBLE: Final = re.compile(
    r"We,|(?:(?:Deeply |Further |Also |Having |Being |Firmly |Fully )?[A-Z]?[a-z]+ing\b|Mindful|Convinced|Determined|Aware|Guided|Conscious|Concerned|Desirous|Inspired|Resolved|Encouraged|Alarmed|Committed)\b(?! \w+$)"
)
"""Words that open a clause of a declaration's preamble ("Recalling the treaty of 1992,")."""


LONGEST_GREETING: Final = 80


CLOSERS: Final = "\"'”’»)]"


def is_closed(line: str) -> bool:
    """Say whether a line ends like a sentence or a lead-in."""
    return line.endswith(":") or line.rstrip(CLOSERS).endswith((".", "!", "?", "…"))


def is_prose(line: str) -> bool:
    """Say whether a line reads as sentences: it ends like one and has the words of one, or is long."""
    if len(line) > LONG_LINE:
        return True
    return is_closed(line) and len(line.split()) >= PROSE_WORDS and any(w[0].islower() for w in line.split()[1:])


def body_start(
    text: str, found: list[Span], kinds: list[str | None], labels: dict[int, tuple[Span, str]], language: Language
) -> int:
    """Return the index of the first paragraph of the body: the first that reads as sentences or has a turn's label."""
    for n, span in enumerate(found):
        if n not in labels and kinds[n] is None and closed_headline(text, found, n, language):
            continue
        if (
            n
            and GREETING.match(text, span.start)
            and text[span.end - 1] in ",!:"
            and span.end - span.start < LONGEST_GREETING
        ):
            return n
        if n and kinds[n] is None and text[span.end - 1] in ",;" and PREAMBLE.match(text, span.start):
            return preamble_start(text, found, kinds, n)
        if n in labels or (kinds[n] is None and is_prose(span.of(text)) and not standfirst(text, found, kinds, n)):
            return n
    return next((n for n, kind in enumerate(kinds) if kind is None and n), len(found)) if len(found) > 1 else 0


def closed_headline(text: str, found: list[Span], n: int, language: Language) -> bool:
    """Say whether a line before the body is a headline that ends in a full stop: it has no finite verb, and sentences follow ("Visit of the Foreign Minister to Norr.")."""
    line = found[n].of(text)
    followed = n + 1 < len(found) and is_prose(found[n + 1].of(text))
    if not followed or len(line) > LONGEST_HEADLINE or not line.endswith("."):
        return False
    return not any(
        token.low in language.words.finite_auxiliaries
        or token.low in language.modals
        or any(f.tense in {"past", "present"} for f in language.verbs.get(token.low, ()))
        or (token.low.endswith("ed") and len(token.low) > LONGEST_SHORT)
        for token in tokenize(text, *found[n])
    )


LONGEST_HEADLINE: Final = 200
LONGEST_SHORT: Final = 4


def preamble_start(text: str, found: list[Span], kinds: list[str | None], n: int) -> int:
    """Return the index at which a preamble begins whose first clause is paragraph `n`: at those named before it, up to a comma ("The Presidents of …,")."""
    while n > 1 and kinds[n - 1] is None and text[found[n - 1].end - 1] == "," and text[found[n - 1].start].isupper():
        n -= 1
    return n


def below_path(text: str, found: list[Span], kinds: list[str | None], free: list[int], language: Language) -> list[int]:
    """Return the lines that may be the title: a name of a few words above a way through a site is the house's, where longer lines follow."""
    path = kinds.index("breadcrumb") if "breadcrumb" in kinds else 0
    above = [found[n].of(text) for n in free if n < path]
    below = [n for n in free if n > path and len(found[n].of(text).split()) > HOUSE_WORDS // 2]
    named = all(len(w.split()) < HOUSE_WORDS and not language.words.event_titles.search(w) for w in above)
    return [n for n in free if n > path] if above and below and named else free


HOUSE_WORDS: Final = 8


SHOUTED: Final = 5
"""Words and one that a headline in capitals has more than, where it begins with who says it ("PRESIDENT BREL: WE WILL MEND THE PIER")."""


def headline(text: str, found: list[Span], kinds: list[str | None], n: int) -> bool:
    """Say whether a line with a label is a headline that quotes somebody (“X and Y: “A new chapter””), and no turn: it ends in the quotation."""
    line = found[n].of(text)
    dated = kinds[n + 1] == "date-line" and len(line.split()) > SHOUTED and text[found[n].start] != "("
    return (
        (
            dated
            or bool(re.search(r": ?[“‘\"'][^“”‘\"]*[”’\"']$", line))
            or (line.isupper() and line.count(" ") > SHOUTED)
        )
        and line.rstrip(CLOSERS)[-1:] not in {".", "!", "?", "…"}
        and len(line.split()) < 25
    )


def standfirst(text: str, found: list[Span], kinds: list[str | None], n: int) -> bool:
    """Say whether a paragraph sums up the news above its byline: a line about the document and then a dateline or caption follow."""
    after = kinds[n + 1 : n + 3]
    if n == 0 or not after or after[0] not in {"source-line", "date-line", "caption", "release-line", "share-link"}:
        return False
    nearby = found[n + 1 : n + 5]
    return len(found[n].of(text).split()) < 45 and (
        ("caption" in after and after[0] != "caption")
        or after[0] == "source-line"
        or any(rule.match(text, span.start, span.end) for span in nearby for rule in BYLINES)
    )


def body_end(
    text: str, found: list[Span], kinds: list[str | None], labels: dict[int, tuple[Span, str]], first: int
) -> int:
    """Return the index of the last paragraph of the body; what follows and ends like no sentence is furniture."""
    links = next(
        (
            n
            for n in range(first + 1, len(found))
            if kinds[n] == "share-link" and only_links(text, found[n + 1 :], kinds[n + 1 :])
        ),
        None,
    )
    if links is not None:
        found, kinds = found[:links], kinds[:links]
    closed = max((n for n, kind in enumerate(kinds) if kind == "end-mark" and n > first), default=None)
    last = len(found) - 1
    if (
        closed is not None
        and 0 < last - closed < 4
        and found[last].end - found[closed].end < 300
        and not any(n in labels for n in range(closed, last + 1))
    ):
        last = closed
    for n in range(last, first - 1, -1):
        start, end = found[n]
        mark = next(reversed(end_marks(text, start, end, LONGEST_END)), None)
        line = text[start : mark.start() if mark else end].rstrip()
        listed = MARKER.match(text, found[n].start) is not None
        line = f"{line}." if mark and mark["mark"].startswith(".") else line
        if kinds[n] is None and (n in labels or listed or is_prose(line) or is_closed(line)):
            return n
    return min(first, len(found) - 1)


def end_marks(text: str, start: int, end: int, reach: int) -> list[re.Match[str]]:
    """Return the marks behind a last sentence, from the end: an agency's initials, and before them its own ("./. VNA"); each within `reach` code points."""
    found: list[re.Match[str]] = []
    while end > start and len(found) < END_MARKS and (mark := END_MARK.search(text, max(start, end - reach), end)):
        found.append(mark)
        end = mark.start("mark")
        while end > start and text[end - 1].isspace():
            end -= 1
    return found


END_MARKS: Final = 2
"""Marks that can stand behind a last sentence."""


def only_links(text: str, behind: list[Span], kinds: list[str | None]) -> bool:
    """Say whether all lines behind a heading for links are titles of pages or furniture, and there are some."""
    return bool(behind) and all(
        kind is not None or (not is_closed(span.of(text)) and len(span.of(text).split()) < LONGEST_LINK)
        for span, kind in zip(behind, kinds, strict=True)
    )


LONGEST_LINK: Final = 20
"""Words of a line that still reads as the title of a page."""
