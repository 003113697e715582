"""Tells furniture from body: lines and ends of lines that are nobody's statement; it reads no speaker.

Each rule is a pattern of a whole line with the kind it makes (devices of section "Furniture" in docs/genre.md).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from verbale.language import Language
from verbale.parse.dates import find_dates
from verbale.parse.labels import find_labels
from verbale.parse.layout import MARKER, paragraphs
from verbale.span import Span

BARE_NUMBER: Final = re.compile(r"(\d{1,2})[ \u00a0]+(?=[A-Z“])")
PROSE_WORDS: Final = 5
LONG_LINE: Final = 400
CLOSERS: Final = "\"'”’»)]"

LINE_RULES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (kind, re.compile(rule, flags))
    for kind, rule, flags in (
        ("separator", r"[*_=~·•#—–\-.\s…]{3,}|[<\[(]\s*(?:…|\.\.\.)\s*[>\])]|[*#]", 0),
        (
            "end-mark",
            r"(?:[-–—]+\s*)?(?:Enditem\.?|ends?(?:/\w+)+|END(?:S|\s+\d.*)?|\(?end\)?[. ]*[\w./ ]{0,12}|End Text\.?|-0-|-30-|\./\.|###|# # #|/end/?|\(?ends?\)?\.?|-+\s*bernama|QNA|-+ ?VNA|VNA(?:/VNP)?|TASS|-+ ?(?:KUNA|BNA|SPA|WAM|Petra))(?:\s*-+)?",
            re.IGNORECASE,
        ),
        ("end-mark", r"(?:END|ENDS?:?)\s+\d{1,2}[:.]\d{2}\s*[AaPp]\.?[Mm]\.?.*", 0),
        (
            "breadcrumb",
            r"(?!.*[.!?]$)[\w’'&,/ \u00a0-]{2,40}(?:[\s\u00a0]*(?:>|»|›|→|::|/(?=\s))[\s\u00a0]*[\w’'&,/ \u00a0-]{2,60}){1,6}",
            0,
        ),
        (
            "print-link",
            r".*(?:全文打印|打印文字稿).*|(?:PRINT|E-?MAIL|Print|E-?mail)(?:\s*[|/·•]\s*(?:PRINT|E-?MAIL|Print|E-?mail|Share|SHARE|Download|PDF)\b.*)*|Print(?: this page| version|er-friendly.*)?",
            0,
        ),
        (
            "share-link",
            r"(?:suggest to a friend|share(?: (?:this|on|via|article|page|the)\b.*)?|tweet(?: this)?|follow us\b.*|like us\b.*|e-?mail this.*|copy link|read more\b.*|read also\b.*|see also\b.*|also read\b.*|related (?:news|links?|stories|articles|content|topics|information|documents?|materials?)\b.*|tags?\s*:.*|topics?\s*:.*|keywords?\s*:.*|back to top|subscribe\b.*|download\b[^.]*|(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|print|copy link)(?:\s*[|,/·•–-]\s*(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|print|copy link))+)\s*:?(?:\s*[|,/·•–-]?\s*(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|print|copy link|weibo|wechat))*",
            re.IGNORECASE,
        ),
        (
            "caption",
            r"(?:photo|image|picture|caption|photo caption|file photo|pictured|in this photo)\b\s*[:–—-].*|.*\((?:xinhua|photo|vna|afp|ap|reuters|image|picture|tass|anadolu|petra|kuna|bernama|pti|yonhap|handout|courtesy|pool)[\w .]*(?:/|:|by\b)[^()]*\)\.?|(?:photo|image|picture)s?\s*(?:by|credit|courtesy|/)\s*:?.*|©.{0,60}photo.*|photo:.*",
            re.IGNORECASE,
        ),
        (
            "source-line",
            r"\(?(?:source|sources|editor|editors|web editor|author|by line|byline|updated|last updated|published|posted|date|issued|from|contact|media contact|press contact|category|section|location|venue|language|translated by|edited by|filed by)\s*[:|].*",
            re.IGNORECASE,
        ),
        (
            "source-line",
            r"By [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,4}(?:,? (?:and|&) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})?(?:,? [\w ]{0,30})?",
            0,
        ),
        (
            "release-line",
            r"(?:for immediate release|immediate release|press release|media release|news release|media note|press statement|readout|press office|news|statement|statements and releases|speeches and remarks|briefing room|embargoed.*|official news|press service.*|for the press|unofficial translation|provisional translation|\(?(?:provisional|tentative|unofficial|courtesy) translation\)?|check against delivery|as delivered|transcript|news story|speech|remarks|document|annex|communiqué|communique|joint communiqué|joint communique|press communiqué)\.?",
            re.IGNORECASE,
        ),
        (
            "release-line",
            r"(?:the )?(?:white house|office of [^:;!?]{3,80}|department of [^:;!?]{3,60}|ministry of [^:;!?]{3,80}|embassy of [^:;!?]{3,90}|permanent mission [^:;!?]{3,90}|press information bureau.*|government of [\w ]{3,30}|u\.?s\.? department of [^:;!?]{3,60}|prime minister['’]s office.*|the presidency|royal hashemite court.*|council of the (?:eu|european union).*|european commission.*|secretary-general.{0,60}|(?:republic|kingdom|state|commonwealth) of [\w ]{3,40}|spokesperson.{0,60}|bureau of [^:;!?]{3,60}|general secretariat.{0,60}|foreign ministry.{0,40}|prime minister of [^:;!?,]{3,40}|president of [^:;!?,]{3,40}|cabinet [^:;!?]{3,50}|press and information [^:;!?]{3,50}|news agency.{0,30}|[^:;!?]{3,60} news agency)",
            re.IGNORECASE,
        ),
        (
            "release-line",
            r"(?:(?:press )?release|readout|document|no\.?|ref\.?|reference|doc\.?|press release|statement)\s*(?:no\.?|number|#|nr\.?)?\s*[:.]?\s*[A-Z]{0,4}[-/ ]?\d[\w/.-]*(?:\s.{0,30})?|[A-Z]{2,4}(?:/[A-Z]{1,4})*/\d[\w/.-]*|[A-Z]{2,4}-\d[\w-]+",
            re.IGNORECASE,
        ),
        (
            "release-line",
            r"(?:an? |the )?[\w’'., -]{0,60}\bspokes(?:person|man|woman)\b[\w’'., -]{0,80}\b(?:said|stated)(?: \w+){0,3}:",
            re.IGNORECASE,
        ),
        (
            "release-line",
            r"(?:the )?(?:below|following|above)(?: \w+){0,4} (?:is|are|was) (?:an? (?:\w+ )?(?:readout|statement|summary|briefing|transcript)\b|attributable|issued|released|the (?:text|readout|statement)|attributed)\b.*[:.]?|[A-Z].{0,140}(?:provided|issued|released|offered|gave) the following (?:readout|statement|summary|joint statement|remarks)\b.*[:.]|begin text:?|text follows:?|.{0,60}text of the (?:joint )?(?:statement|communiqué|communique|declaration|remarks).{0,90}(?:follows|below)?\s*:|(?:full )?text\s*:",
            re.IGNORECASE,
        ),
        (
            "notice",
            r"(?:following is the (?:full )?text\b.*|\(\*?the foregoing is .*|\*? ?unofficial translation|legal disclaimer:?|distributed by .*|return to this .*|read the .{3,60} here\.?|this is historical material\b.*|there were \d+ .{3,60} posted\b.*|\d[\d,.]* views?\.?)",
            re.IGNORECASE,
        ),
        (
            "notice",
            r"\((?:note|notes|reference|annex|attachment|photo|nb)\s?\d?\).*|(?:if you|please (?:send|contact|note|see|visit)|press contacts?|media contacts?|contacts?:|tel\.?:|phone:|e-?mail:)\b.*",
            re.IGNORECASE,
        ),
        (
            "notice",
            r"(?:©|\(c\)\s*\d{4}|copyright\b).*|.*all rights reserved.*|/public release\b.*|(?:disclaimer|note to editors?|notes to editors?|for information media\b|not an official record\b|authori[sz]ed by\b|abridged version\b|[A-Z]\w+(?: \w+)? (?:provides|website contains)\b|editor['’]s note|background note|this (?:article|material|text|release|page|translation|website|document|story)\b|view (?:full|original)\b|for (?:further|more) information\b|for (?:media |press )?(?:queries|enquiries|inquiries)\b|visit\b.*(?:www|http)|https?://|www\.)\S*.*",
            re.IGNORECASE,
        ),
        (
            "stage-direction",
            r"[(\[](?:laughter|applause|as (?:interpreted|translated|delivered)|in (?:[A-Z][a-z]+)|through (?:an )?interpreter|via (?:an )?interpreter|inaudible|cross-?talk|speaks? in .*|speaking in .*|off[- ]?mic(?:rophone)?|pause|a (?:document|moment|minute|signing).*|the (?:meeting|talks|signing|ceremony|press|document|delegations?|leaders?|ministers?|presidents?).*|signing .*|no response|gestures?.*|shakes? .*|continues? in .*|begins? .*|audio .*|video .*|transcript .*|simultaneous .*|unofficial translation|retranslated|nods?.*|laughs?|smil\w+.*|handshake.*|audience.*)\.?[)\]]\.?",
            re.IGNORECASE,
        ),
        (
            "date-line",
            r"(?:[A-Z][\w ,.’'-]{0,40}?[,.]?\s+)?\d{1,2}[:.]\d{2}\s*(?:[AaPp]\.?\s?[Mm]\.?)?(?:\s+[A-Z]{2,4}|\s+\([A-Z]{2,5}\))?",
            0,
        ),
    )
)
END_MARK: Final = re.compile(
    r"(?:(?<=[.!?”\"’)])|(?<=\s))\s*(?P<mark>Enditem\.?|\(end\)(?:\s+[\w./-]{1,14}){0,2}|-+\s?(?:Bernama|BERNAMA|BNA|SPA|KUNA|Petra|WAM|VNA|QNA|TASS|NNN|ANTARA)(?:\s?-+)?|VNA|-0-|-30-|\./\.|/\.|//\w+//|/end/|\(END\)|End Text\.?|###|ENDS?|\(?(?:Xinhua|Kazinform|TASS)\)|—{2,}|///|<\s*(?:…|\.\.\.)\s*>|\[\s*(?:…|\.\.\.)\s*\]|\([A-Z]{2,6}\))\s*$"
)
STAGE: Final = re.compile(
    r"(?P<stage>[(\[](?:Laughter|LAUGHTER|Applause|APPLAUSE|As (?:interpreted|translated)|In [A-Z][a-z]+|Through interpreter|Through an interpreter|Speaks? in \w+|Inaudible|inaudible|Cross-?talk|laughter|applause|Speaking in \w+|Pause|Via interpreter|Laughs|Interpreted|Off-?mic|Laughter and applause|As interpreted|Continues in \w+)[^()\[\]]{0,40}[)\]])"
)
DATELINE_RULES: Final = tuple(
    re.compile(rule)
    for rule in (
        r"[A-Z][^\n()“\"]{1,60}?\s*[(/][A-Z][\w .&’'-]{1,30}[)/]\.?\s*(?:[-–—]{1,3}\s*)",
        r"[A-Z][^\n/“\"(]{1,50}?[.,]?\s*/[A-Z][\w .-]{1,20}/\.?\s*(?:[-–—]{1,3}\s*)?",
        r"[A-Z][A-Z’'. -]{2,30}(?:,\s+[A-Z][\w .]{2,25})?\.\s+(?:[A-Z]{3,}|[A-Z][a-z]+)(?:\s+[-–—]{1,3}\s+|\.\s+[-–—]{1,3}\s+)",
        r"[A-ZÀ-Þ][A-ZÀ-Þ’'. /-]{2,40}(?:,\s*[A-Z][\w.’' ]{1,25}){0,2}(?:,?\s+(?:\d{1,2}\s+)?[A-Z][a-z]{2,9}\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?)?\s*[:.]?\s*(?:\s[-–—]{1,3}|[–—]{1,3})\s*",
        r"[A-Z][\w’'.-]++(?:[ -][A-Z][\w’'.-]++){0,3}(?:,\s+[A-Z][\w’'.]+(?:\s[A-Z][\w’'.]+){0,2}){0,2}(?:,?\s+(?:\d{1,2}\s+)?[A-Z][a-z]{2,9}\.?(?:\s+\d{1,2})?(?:,?\s+\d{4})?)?\s+(?:--|–|—)\s+(?=[A-Z“])",
        r"\([A-Z][\w .&’'-]{1,30}\)\s*[-–—]{1,3}\s+",
        r"\([A-Z]{3,}\s?[-–—][^()\n]{0,40}\)\s+",
        r"[A-ZÀ-Þ][\w’'-]+(?:[ ,]+[A-Z][\w’']+){0,3},\s+(?:\d{1,2}\s+[A-Z][a-z]{2,9}|[A-Z][a-z]{2,9}\.?\s+\d{1,2})(?:,?\s+\d{4})?\s*:\s+",
        r"[A-ZÀ-Þ][A-ZÀ-Þ’'. -]{2,30},?\s*\([^()\n]{3,80}\)\s*(?::\s*)?(?=[A-Z“])",
    )
)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of furniture with its kind."""

    kind: str
    span: Span


@dataclass(slots=True)
class Paragraph:
    """A paragraph of the body: `span` is what is left after the furniture at its ends, `label` a turn's name."""

    number: int
    whole: Span
    span: Span
    label: Span | None = None
    label_only: bool = False
    marker: Span | None = None
    heading: Span | None = None
    separated: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """A document's furniture in order, and its body paragraphs."""

    furniture: list[Piece]
    body: list[Paragraph]
    title: Span | None


def line_kind(line: str) -> str | None:
    """Return the kind of furniture that a whole line is by its form, or `None`."""
    if len(line) > 400:
        return None
    if "\n" in line:
        line = " ".join(line.split())
    for kind, rule in LINE_RULES:
        if rule.fullmatch(line):
            return kind
    return None


TOWN_LINE: Final = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, (?:D\.C\.|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")


def date_line(text: str, span: Span, language: Language) -> bool:
    """Say whether a line holds a date and besides at most a time and the name of a place."""
    if span.end - span.start > 90:
        return False
    if TOWN_LINE.fullmatch(span.of(text)) and (town := span.of(text).split(",")[0]) and town in language.capitals:
        return True
    dates = find_dates(text, span.start, span.end, language)
    if not dates:
        return False
    rest = "".join(
        text[a:b]
        for a, b in zip(
            [span.start, *(d.span.end for d in dates)], [*(d.span.start for d in dates), span.end], strict=True
        )
    )
    weekdays = "|".join(language.weekdays)
    rest = re.sub(
        rf"(?i)\b(?:{weekdays}|on|at|the|of|posted|published|issued|date|time|local|updated|hrs|ist|by|pib \w+|[ap]\.?m\.?|gmt|utc|[a-z]{{2,4}}t)\b",
        " ",
        rest,
    )
    left = re.findall(r"[^\W\d_][\w’'-]*", rest)
    return len(left) <= 6 and all(word[0].isupper() for word in left) and not rest.rstrip().endswith("?")


def is_closed(line: str) -> bool:
    """Say whether a line ends like a sentence or a lead-in."""
    return line.endswith(":") or line.rstrip(CLOSERS).endswith((".", "!", "?", "…"))


def is_prose(line: str) -> bool:
    """Say whether a line reads as sentences: it ends like one and has the words of one, or is long."""
    if len(line) > LONG_LINE:
        return True
    return is_closed(line) and len(line.split()) >= PROSE_WORDS and any(w[0].islower() for w in line.split()[1:])


def lay_out(text: str, language: Language) -> Layout:
    """Divide a document into furniture and body; every character that is not white space is in one of them."""
    found = paragraphs(text)
    kinds = [kind_of(text, span, language) for span in found]
    labels = find_labels(text, found, language, frozenset(n for n, kind in enumerate(kinds) if kind))
    first = body_start(text, found, kinds, labels)
    title, head = read_head(text, found[:first], kinds[:first])
    last = body_end(text, found, kinds, labels, first)
    furniture, body = read_body(text, found, kinds, labels, (first, last))
    furniture += bare_numbers(text, body)
    tail = [Piece(kinds[n] or "notice", found[n]) for n in range(last + 1, len(found))]
    return Layout(sorted([*head, *furniture, *tail], key=lambda piece: piece.span), body, title)


def kind_of(text: str, span: Span, language: Language) -> str | None:
    """Return the kind of furniture that a paragraph is by its form alone."""
    return line_kind(span.of(text)) or ("date-line" if date_line(text, span, language) else None)


def body_start(text: str, found: list[Span], kinds: list[str | None], labels: dict[int, tuple[Span, str]]) -> int:
    """Return the index of the first paragraph of the body: the first that reads as sentences or has a turn's label."""
    for n, span in enumerate(found):
        if n in labels or (kinds[n] is None and is_prose(span.of(text)) and not standfirst(text, found, kinds, n)):
            return n
    return next((n for n, kind in enumerate(kinds) if kind is None and n), len(found)) if len(found) > 1 else 0


def standfirst(text: str, found: list[Span], kinds: list[str | None], n: int) -> bool:
    """Say whether a paragraph sums up the news above its byline: a line about the document and then a dateline or caption follow."""
    after = kinds[n + 1 : n + 3]
    if n == 0 or not after or after[0] not in {"source-line", "date-line", "caption", "release-line", "share-link"}:
        return False
    nearby = found[n + 1 : n + 5]
    return len(found[n].of(text).split()) < 45 and (
        "caption" in after
        or after[0] == "source-line"
        or any(rule.match(text, span.start, span.end) for span in nearby for rule in DATELINE_RULES[:4])
    )


def body_end(
    text: str, found: list[Span], kinds: list[str | None], labels: dict[int, tuple[Span, str]], first: int
) -> int:
    """Return the index of the last paragraph of the body; what follows and ends like no sentence is furniture."""
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
        line = END_MARK.sub("", found[n].of(text)).rstrip()
        listed = MARKER.match(text, found[n].start) is not None
        if kinds[n] is None and (n in labels or listed or is_prose(line) or is_closed(line)):
            return n
    return min(first, len(found) - 1)


EVENT: Final = re.compile(
    r"\b(?:readout|outcome|meetings?|meets?|met|talks|calls?|conversations?|statement|summit|visits?|communiqu\w+|declaration|remarks|press conference|holds?|hosts?|speaks?|spoke|receives?|welcomes?|letters?|messages?|dialogue|consultations|greets|discuss\w*|agree\w*|joint)\b",
    re.IGNORECASE,
)
"""A line of the head with one of these names the event, and is its title before a shorter line above it."""


def read_head(text: str, found: list[Span], kinds: list[str | None]) -> tuple[Span | None, list[Piece]]:
    """Return the title of a document and the furniture before its body."""
    free = [n for n, kind in enumerate(kinds) if kind is None]
    worded = [n for n in free if len(found[n].of(text).split()) > 3]
    chosen = next(iter(n for n in worded if EVENT.search(found[n].of(text))), None)
    if chosen is None:
        chosen = next(iter(worded or free), None)
    if chosen is None:
        chosen = max(
            (n for n, kind in enumerate(kinds) if kind == "release-line"),
            key=lambda n: found[n].end - found[n].start,
            default=None,
        )
    pieces = [
        Piece(
            ("title" if n == chosen else kinds[n])
            or ("release-line" if chosen is not None and n < chosen else "subtitle"),
            span,
        )
        for n, span in enumerate(found)
    ]
    return (found[chosen] if chosen is not None else None), pieces


BODY_KINDS: Final = frozenset(
    {
        "caption",
        "notice",
        "stage-direction",
        "end-mark",
        "separator",
        "share-link",
        "print-link",
        "source-line",
        "date-line",
    }
)


def read_body(
    text: str, found: list[Span], kinds: list[str | None], labels: dict[int, tuple[Span, str]], bounds: tuple[int, int]
) -> tuple[list[Piece], list[Paragraph]]:
    """Return the furniture inside and around the body's paragraphs, and the paragraphs."""
    furniture: list[Piece] = []
    body: list[Paragraph] = []
    heading: Span | None = None
    separated = False
    number = 0
    for n in range(bounds[0], bounds[1] + 1):
        span = found[n]
        kind = kinds[n]
        if kind and (
            kind in BODY_KINDS or not is_prose(span.of(text)) or (kind == "release-line" and text[span.end - 1] == ":")
        ):
            furniture.append(Piece(kind, span))
            separated = separated or kind in {"separator", "end-mark"}
            continue
        label = labels.get(n)
        if (
            not label
            and n
            and text[span.start] in "—–-"
            and text[found[n - 1].end - 1] in '”"'
            and not is_closed(span.of(text))
        ):
            furniture.append(Piece("source-line", span))
            continue
        if not label and is_heading(text, found, labels, n, bounds[1]):
            furniture.append(Piece("sub-heading", span))
            heading = span
            continue
        if label and label[0].end >= span.end:
            furniture.append(Piece("label", span))
            body.append(Paragraph(0, span, Span(span.end, span.end), label=span, label_only=True))
            continue
        number += 1
        paragraph = Paragraph(number, span, span, heading=heading, separated=separated)
        furniture.extend(strip_ends(text, paragraph, label[0] if label else None, first=len(body) < 2))
        body.append(paragraph)
        heading, separated = None, False
    return furniture, body


def is_heading(text: str, found: list[Span], labels: dict[int, tuple[Span, str]], n: int, last: int) -> bool:
    """Say whether a paragraph of the body is a sub-heading: short, ending like no sentence, and no item of a list."""
    line = found[n].of(text)
    if is_closed(line) or line[-1] in ',;!”"' or len(line.split()) > 14 or n == last:
        return False
    marker = MARKER.match(text, found[n].start)
    if not marker:
        before = found[n - 1].of(text) if n else ""
        return not before.endswith(":") or n - 1 in labels
    if marker.group()[0] in "•●▪■◦‣·*–—○□◇◆►▶➢✓✔-":
        return False
    neighbour = [MARKER.match(text, found[k].start) for k in (n - 1, n + 1) if 0 <= k <= last]
    listed = any(m and same_series(m.group(), marker.group()) for m in neighbour) and not all(
        m and not same_series(m.group(), marker.group()) for m in neighbour
    )
    return not listed and line[marker.end() - found[n].start].isupper() and not line.rstrip().endswith(";")


def same_series(one: str, other: str) -> bool:
    """Say whether two list markers are of one kind ("1." and "2.", "(a)" and "(b)")."""
    shape = [re.sub(r"[a-z]+", "a", re.sub(r"\d+", "1", marker.strip())) for marker in (one, other)]
    return shape[0] == shape[1]


def bare_numbers(text: str, body: list[Paragraph]) -> list[Piece]:
    """Take the numbers off paragraphs that are counted without a dot ("2 Prime Ministers affirmed"), where three follow each other."""
    counted = [
        (int(m[1]), p, m) for p in body if not p.marker and (m := BARE_NUMBER.match(text, p.span.start, p.span.end))
    ]
    run = [
        one
        for n, one in enumerate(counted)
        if any(abs(one[0] - counted[k][0]) == 1 for k in (n - 1, n + 1) if 0 <= k < len(counted))
    ]
    if len(run) < 3:
        return []
    pieces: list[Piece] = []
    for _, paragraph, m in run:
        paragraph.marker = Span(m.start(1), m.end(1))
        paragraph.span = Span(m.end(), paragraph.span.end)
        pieces.append(Piece("marker", paragraph.marker))
    return pieces


def strip_ends(text: str, paragraph: Paragraph, label: Span | None, *, first: bool) -> list[Piece]:
    """Take a marker, label, dateline and end mark off a paragraph's `span`; return them as furniture."""
    pieces: list[Piece] = []
    start, end = paragraph.span
    if marker := MARKER.match(text, start, end):
        paragraph.marker = Span(start, marker.end()).trim(text)
        pieces.append(Piece("marker", paragraph.marker))
        start = marker.end()
    if label:
        paragraph.label = Span(max(start, label.start), label.end).trim(text)
        pieces.append(Piece("label", paragraph.label))
        start = label.end
    if first and (dateline := next((m for rule in DATELINE_RULES if (m := rule.match(text, start, end))), None)):
        pieces.append(Piece("dateline", Span(dateline.start(), dateline.end()).trim(text)))
        start = dateline.end()
    if (mark := END_MARK.search(text, max(start, end - 40), end)) and mark.start("mark") > start:
        pieces.append(Piece("end-mark", Span(mark.start("mark"), mark.end("mark")).trim(text)))
        end = mark.start("mark")
    paragraph.span = Span(start, end).trim(text)
    return pieces
