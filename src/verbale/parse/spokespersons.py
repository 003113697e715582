"""Registers those who speak for somebody and are not named ("Brel's spokesman", "a Foreign Ministry spokesperson"); named ones are for `introductions`."""

from __future__ import annotations

from typing import Final, NamedTuple

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.honorifics import skip_honorifics
from verbale.parse.names import followed_by_name, read_name
from verbale.parse.offices import skip_rank
from verbale.parse.people import Mention, read_mention
from verbale.parse.persons import Person, canonical
from verbale.parse.tokens import Token
from verbale.span import Span

POSSESSIVE: Final = frozenset({"'s", "’s"})


REACH: Final = 9
"""Words before the noun among which the one whom somebody speaks for is looked for."""


class Phrase(NamedTuple):
    """A phrase for a spokesperson: its first token, his title as written, and the person or the state that he speaks for."""

    first: int
    title: str
    owner: Person | None
    state: str | None


def read_spokespersons(streams: list[list[Token]], actors: Actors) -> None:
    """Register unnamed spokespersons, one for each title and whom they speak for, with the places where they are met."""
    known: dict[tuple[str, int | None, str | None], Person] = {}
    for tokens in streams:
        for k, token in enumerate(tokens):
            if token.low not in actors.language.spokespersons or named_behind(tokens, k + 1, actors.language):
                continue
            found = phrase(tokens, k, actors) or plainly(tokens, k, actors)
            if not found:
                continue
            last = k + 1
            if again := named_before(tokens, k, found, actors):
                place = tokens[found.first].start
                actors.speaking_for[place] = (token.end, again)
                continue
            if found.owner is None and k + 2 < len(tokens) and tokens[k + 1].low in {"for", "of"}:
                found, last = behind(tokens, k, found, actors)
            if (last < len(tokens) and tokens[last].text in POSSESSIVE) or puts_out(tokens, last):
                continue
            if named := name_apposed(tokens, last, found, actors):
                span = Span(tokens[found.first].start, tokens[named[1] - 1].end)
                actors.speaking_for[span.start] = (span.end, named[0])
                continue
            span = Span(tokens[found.first].start, tokens[last - 1].end)
            key = (canonical(found.title, actors.language), found.owner.key if found.owner else None, found.state)
            person = known.get(key)
            if person is None:
                person = known[key] = actors.new()
                person.unnamed = True
                person.titles.append(found.title)
                person.title_words |= set(canonical(found.title, actors.language).split())
                person.state, person.serves, person.at = found.state, found.owner, span
            person.mentions.append(span)
            actors.speaking_for[span.start] = (span.end, person)


def name_apposed(tokens: list[Token], k: int, found: Phrase, actors: Actors) -> tuple[Person, int] | None:
    """Register who is named between commas behind his office at token `k`; return him and the index after the name ("The Spokesman for the Presidency, Counselor Ana Brel, said")."""
    if k + 3 >= len(tokens) or tokens[k].text != ",":
        return None
    start, honorifics = skip_honorifics(tokens, k + 1, actors.language)
    start = start if honorifics else skip_rank(tokens, start, actors.language)
    end = read_name(tokens, start, actors.language)
    if end - start < 2 or end >= len(tokens) or tokens[end].text != ",":
        return None
    span = Span(tokens[start].start, tokens[end - 1].end)
    name = tuple(t.text for t in tokens[start:end])
    words = tuple(found.title.lower().split())
    person = actors.add(Mention(span, name, span, found.title, words, 3, found.state, None, start, end))
    person.titles.sort(key=lambda title: title != found.title)
    return person, end


def plainly(tokens: list[Token], k: int, actors: Actors) -> Phrase | None:
    """Return the phrase "the spokesman", where the noun at token `k` has no more to it, as one who was named before."""
    found = Phrase(k - 1, tokens[k].text.capitalize(), None, None)
    return found if k and tokens[k - 1].low == "the" and named_before(tokens, k, found, actors) else None


def named_before(tokens: list[Token], k: int, found: Phrase, actors: Actors) -> Person | None:
    """Return the one spokesperson whom the document has named before the noun at token `k`, where "the spokesman" or "Xia's spokesman" can mean him."""
    if tokens[found.first].low in {"a", "an"} or found.owner:
        return None
    words = actors.language.spokespersons | {"press"}
    named = [
        p
        for p in actors.persons
        if p.name and p.mentions and p.mentions[0].start < tokens[k].start and not words.isdisjoint(p.title_words)
    ]
    fits = len(named) == 1 and (found.state is None or named[0].state in {None, found.state})
    other = tokens[k].low == {"male": "spokeswoman", "female": "spokesman"}.get(named[0].gender or "") if fits else True
    return named[0] if fits and not other else None


def puts_out(tokens: list[Token], k: int) -> bool:
    """Say whether a verb and a colon follow: who puts a readout out is nobody who speaks in it ("A spokesperson said:")."""
    for token in tokens[k : k + REACH]:
        if token.text in {".", ","}:
            return False
        if token.text == ":":
            return True
    return False


def named_behind(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether a name follows the noun, in apposition too ("the spokesperson, Ms. Ana Brel, said")."""
    if followed_by_name(tokens, k):
        return True
    if k + 1 >= len(tokens) or tokens[k].text != ",":
        return False
    start, honorifics = skip_honorifics(tokens, k + 1, language)
    return read_name(tokens, start, language) > (start if honorifics else start + 1)


def phrase(tokens: list[Token], k: int, actors: Actors) -> Phrase | None:
    """Return the phrase that ends in the noun at token `k`, or `None` where nothing opens one."""
    words = actors.language.words
    if k and tokens[k - 1].text in POSSESSIVE:
        for i in range(max(0, k - REACH), k - 1):
            if (owner := owner_at(tokens, i, k - 1, actors)) and (i == 0 or tokens[i - 1].text not in POSSESSIVE):
                return Phrase(i, tokens[k].text.capitalize(), *owner)
        return None
    first = k
    while first and k - first < REACH and tokens[first - 1].text not in {",", ".", ";", ":", "”", '"'}:
        first -= 1
        if tokens[first].low in words.articles:
            break
    else:
        if first or not tokens[first].capital:
            return None
    opened = first + 1 if tokens[first].low in words.articles else first
    if any(t.low in actors.language.verbs and t.text.islower() for t in tokens[opened:k]):
        return None
    state, begin = actors.gazetteer.demonym(tokens, opened) if opened < k else (None, opened)
    if state is None and opened < k and (seat := actors.gazetteer.metonym(tokens, opened)):
        state = seat[0]
    title = " ".join(t.text for t in tokens[begin : k + 1] if t.text not in {"-", "(", ")"})
    if state is None and title.islower() and tokens[first].low == "the":
        return None
    return Phrase(first, title[:1].upper() + title[1:], None, state)


def owner_at(tokens: list[Token], i: int, end: int, actors: Actors) -> tuple[Person | None, str | None] | None:
    """Return the person or the state that the words from token `i` up to `end` name."""
    people, last = actors.name_at(tokens, i)
    if len(people) == 1 and last == end:
        return people[0], None
    if tokens[i].capital or tokens[i].low == "the":
        mention = read_mention(tokens, i, actors.language, actors.gazetteer)
        if mention and mention.last == end:
            held = [known] if mention.name and (known := actors.find(mention)) else actors.by_title(mention)
            return (held[0], None) if len(held) == 1 else (None, mention.state)
        step = i + 1 if tokens[i].low == "the" else i
        named = actors.gazetteer.name(tokens, step) or actors.gazetteer.metonym(tokens, step)
        if named and named[1] == end:
            return None, named[0]
    return None


def behind(tokens: list[Token], k: int, found: Phrase, actors: Actors) -> tuple[Phrase, int]:
    """Return a phrase with whom it names behind the noun at token `k` ("a spokesperson for Brel"), and the index after it."""
    for end in range(min(len(tokens), k + REACH), k + 2, -1):
        if owner := owner_at(tokens, k + 2, end, actors):
            return found._replace(owner=owner[0], state=found.state or owner[1]), end
    end = k + 2
    while end < len(tokens) and (
        tokens[end].capital or (tokens[end].low in {"the", "of"} and tokens[end - 1].low != "of")
    ):
        end += 1
    while end > k + 2 and not tokens[end - 1].capital:
        end -= 1
    if end == k + 2:
        return found, k + 1
    words = " ".join(t.text for t in tokens[k:end])
    return found._replace(title=words[:1].upper() + words[1:]), end
