"""Registers persons whom only a name and a verb present, by surname or in full."""

from __future__ import annotations

from typing import Final

from verbale.language import Form, Language
from verbale.parse.actors import Actors
from verbale.parse.honorifics import skip_honorifics
from verbale.parse.names import name_word, read_name
from verbale.parse.people import Mention
from verbale.parse.persons import folded
from verbale.parse.streams import Stream
from verbale.parse.titles import match_title
from verbale.parse.tokens import Token
from verbale.span import Span

BEFORE_NAME: Final = frozenset({".", "!", "?", "”", ",", '"'})
"""Marks behind which a bare name can be the subject of a verb of saying."""


ENDS: Final = frozenset({".", "!", "?", "”"})
"""Marks behind which a sentence begins."""


def read_speaking_surnames(streams: list[Stream], actors: Actors) -> None:
    """Register those whose surname reports something somewhere and whose full name stands elsewhere, both without a title ("…, with Ana Brel. Brel said")."""
    language = actors.language
    surnames: set[str] = set()
    for stream in streams:
        tokens = stream.tokens
        for i in stream.capitals:
            token = tokens[i]
            if (i and tokens[i - 1].text not in ENDS) or i + 2 >= len(tokens) or len(token.text) < 3:
                continue
            if (
                token.text in language.starters
                or token.low in language.titles
                or (token.low if token.text.isascii() else folded(token.text)) in actors.by_word
                or token.low in language.joint_bodies
                or token.low in language.not_bodies
            ):
                continue
            says = any(f.tense == "past" and "say" in f.classes for f in language.verbs.get(tokens[i + 1].low, ()))
            handed = tokens[i + 1].text == "," and tokens[i + 2].low == "for"
            if (says or handed) and not actors.gazetteer.name(tokens, i) and not actors.gazetteer.metonym(tokens, i):
                surnames.add(token.text)
    if not surnames:
        return
    for tokens in (stream.tokens for stream in streams):
        for k in range(1, len(tokens)):
            if tokens[k].text not in surnames or folded(tokens[k].text) in actors.by_word:
                continue
            i = k
            while i and tokens[i - 1].capital and name_word(tokens[i - 1], language, first=False) and k - i < 3:
                i -= 1
            if i == k or read_name(tokens, i, language) != k + 1 or actors.gazetteer.name(tokens, i):
                continue
            span = Span(tokens[i].start, tokens[k].end)
            name = tuple(t.text for t in tokens[i : k + 1])
            actors.add(Mention(span, name, span, None, (), 3, None, None, i, k + 1)).subject = True


def read_in_full(streams: list[Stream], actors: Actors) -> None:
    """Register the names in full of those known by title and surname alone ("PM Brel: …" above "Ana Brel, who chairs …")."""
    surnames = {p.name[0] for p in actors.persons if len(p.name) == 1 and p.titles and not p.former}
    for tokens in (stream.tokens for stream in streams) if surnames else ():
        for k in range(1, len(tokens)):
            if tokens[k].text not in surnames or not tokens[k - 1].capital:
                continue
            i = k - 1
            while i and tokens[i - 1].capital and name_word(tokens[i - 1], actors.language, first=False) and k - i < 3:
                i -= 1
            known = actors.by_word.get(folded(tokens[k].text), ())
            first = actors.by_word.get(folded(tokens[i].text)) or actors.gazetteer.demonym(tokens, i)[0]
            titled = any(
                t.low in actors.language.titles
                or t.low in actors.language.honorific_openers
                or t.low in actors.language.words.honoured_as
                for t in tokens[max(0, i - 1) : k]
            )
            if len(known) != 1 or len(known[0].name) > 1 or first or titled:
                continue
            if any(m.start < tokens[i].start and tokens[k].end <= m.end for m in known[0].mentions):
                continue  # the words before belong to his office ("Minister of Transport and Ports Talviko")
            if read_name(tokens, i, actors.language) == k + 1:
                span = Span(tokens[i].start, tokens[k].end)
                name = tuple(t.text for t in tokens[i : k + 1])
                actors.add(Mention(span, name, span, None, (), 3, None, None, i, k + 1))


def initials(tokens: list[Token], i: int) -> bool:
    """Say whether initials, any number of them, stand at token `i` ("A. F. M. Brel")."""
    return i + 1 < len(tokens) and len(tokens[i].text) == 1 and tokens[i + 1].text == "."


def apposed(tokens: list[Token], i: int, end: int, language: Language) -> bool:
    """Say whether the name at tokens `i` to `end` stands between commas behind what its bearer is, before a verb of saying ("the opposition's leader, Ana Brel, later said")."""
    if not i or end + 1 >= len(tokens) or tokens[i - 1].text != "," or tokens[end].text != ",":
        return False
    return says(tokens, end + 1, language)


def presented(tokens: list[Token], end: int, language: Language) -> bool:
    """Say whether what its bearer is follows a name at token `end` between commas, and a verb of saying behind it ("Ana Brel, a member of the delegation, said")."""
    if end + 2 >= len(tokens) or tokens[end].text != "," or tokens[end + 1].low not in language.words.before_bearer:
        return False
    ends = range(end + 2, min(len(tokens) - 1, end + MAX_BEARER))
    comma = next((k for k in ends if tokens[k].text in {",", "."}), None)
    return comma is not None and tokens[comma].text == "," and says(tokens, comma + 1, language)


MAX_BEARER: Final = 14
"""Words between commas that tell what somebody is."""


def says(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether a verb of saying in the past stands at token `k`, or behind an adverb there."""
    if k + 1 < len(tokens) and (tokens[k].low in language.between or tokens[k].low.endswith("ly")):
        k += 1
    forms = language.verbs.get(tokens[k].low, ()) if k < len(tokens) else ()
    return any(f.tense == "past" and "say" in f.classes and "narrate" not in f.classes for f in forms)


def received(forms: tuple[Form, ...], language: Language) -> bool:
    """Say whether a verb tells that somebody received or met somebody, as a lead does behind its place and day ("On Friday, Ana Brel received …")."""
    return any(f.tense == "past" and f.lemma in language.words.headline_verbs for f in forms)


def leads(tokens: list[Token], end: int, forms: tuple[Form, ...], language: Language) -> bool:
    """Say whether what stands behind a bare name at token `end` is what a lead tells of its house's own head, behind day or occasion.

    "At the initiative of the Orvish side, Ana Brel had a telephone conversation with …"
    """
    if received(forms, language):
        return True
    return tokens[end].low == "had" and any(t.low in language.meeting_nouns for t in tokens[end + 1 : end + HELD])


HELD: Final = 6
"""Words behind "had" within which the meeting is named."""


def read_bare(streams: list[Stream], actors: Actors) -> None:
    """Register persons whom only a name and a reporting verb present ("Ana Brel said"), at the start of a paragraph or sentence."""
    language = actors.language
    read_in_full(streams, actors)
    read_speaking_surnames(streams, actors)
    for stream in streams:
        tokens = stream.tokens
        for i in stream.capitals:
            token = tokens[i]
            if i and tokens[i - 1].text not in BEFORE_NAME and tokens[i - 1].low not in language.inverting:
                continue
            if (
                token.low in language.titles
                or token.low in language.joint_heads
                or (token.text in language.starters and not initials(tokens, i))
                or actors.gazetteer.name(tokens, i)
            ):
                continue
            start, _ = skip_honorifics(tokens, i, language)
            end = read_name(tokens, start, language)
            if not 2 <= sum(len(t.text) > 1 for t in tokens[start:end]) + initials(tokens, start) <= 4 or end >= len(
                tokens
            ):
                continue
            if (
                i
                and tokens[i - 1].low in language.inverting
                and tokens[end].text in {",", "."}
                and not actors.name_at(tokens, start)[0]
            ):
                span = Span(tokens[start].start, tokens[end - 1].end)
                actors.add(
                    Mention(span, tuple(t.text for t in tokens[start:end]), span, None, (), 3, None, None, i, end)
                )
                continue
            told = apposed(tokens, i, end, language) or (
                (not i or tokens[i - 1].text in ENDS) and presented(tokens, end, language)
            )
            if told and not actors.name_at(tokens, start)[0]:
                span = Span(tokens[start].start, tokens[end - 1].end)
                actors.add(
                    Mention(span, tuple(t.text for t in tokens[start:end]), span, None, (), 3, None, None, i, end)
                )
                continue
            forms = language.verbs.get(tokens[end].low, ())
            opening = (
                stream is streams[0] and i > 0 and tokens[i - 1].text == "," and leads(tokens, end, forms, language)
            )
            meets = opening or (
                (i == 0 or tokens[i - 1].text in {".", "”"})
                and (any(f.classes and f.tense == "past" for f in forms) or tokens[end].low in {"had", "has"})
            )
            if (
                (meets or any("say" in f.classes and f.tense == "past" for f in forms))
                and not actors.name_at(tokens, start)[0]
                and not match_title(tokens, i, language)
            ):
                span = Span(tokens[start].start, tokens[end - 1].end)
                if any(t.low in language.institution_words or t.low in language.body_words for t in tokens[i:end]):
                    continue
                actors.add(
                    Mention(span, tuple(t.text for t in tokens[start:end]), span, None, (), 3, None, None, i, end)
                ).subject = True
