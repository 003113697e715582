"""Registers whom a text presents as somebody's counterpart, with the state and title that this tells."""

from __future__ import annotations

from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.honorifics import skip_honorifics
from verbale.parse.names import read_name
from verbale.parse.offices import skip_rank
from verbale.parse.people import Mention, read_mention
from verbale.parse.persons import Person, canonical
from verbale.parse.staterun import state_named
from verbale.parse.tokens import Token, tokenize
from verbale.span import Span

ORIGIN: Final = frozenset({"from", "of"})
"""What stands between "counterpart" and the name of his state."""


def counterpart(tokens: list[Token], i: int, actors: Actors) -> int | None:
    """Register "[his] Xian counterpart[,] [TITLE] NAME" at token `i`, with the title of the person named before where none stands."""
    state, k = actors.gazetteer.demonym(tokens, i)
    if not state or k >= len(tokens):
        return None
    if tokens[k].low not in actors.language.words.opposites:
        return None
    k += 2 if tokens[k].low == "opposite" and k + 1 < len(tokens) and tokens[k + 1].low == "number" else 1
    if k < len(tokens) and tokens[k].text == ",":
        k += 1
    if k >= len(tokens):
        return None
    mention = read_mention(tokens, k, actors.language, actors.gazetteer)
    before = (subject_before(tokens, i, actors) or actors.persons[-1]) if actors.persons else None
    if mention and mention.name:
        person = actors.add(mention)
        last = mention.last
    else:
        k = skip_rank(tokens, k, actors.language)
        last = read_name(tokens, k, actors.language)
        if last == k or (not before and last - k < 2):
            return None
        span = Span(tokens[k].start, tokens[last - 1].end)
        rank = before.rank if before else 3
        person = actors.add(
            Mention(span, tuple(t.text for t in tokens[k:last]), span, None, (), rank, None, None, k, last)
        )
    if not person.titles and before:
        person.titles.extend(before.titles[:1])
        person.title_words |= before.title_words
        person.rank = before.rank
        person.borrowed = True
    person.state = person.state or state
    person.qualified = True
    person.opposite = True
    person.visiting = person.visiting or visits(tokens, last)
    return last


def subject_before(tokens: list[Token], i: int, actors: Actors) -> Person | None:
    """Return the one with whom the sentence of a second guest begins ("Brel met Harl and her Xian counterpart Sand"), whose office that counterpart at token `i` shares."""
    if i < MIN_ORIGIN or (tokens[i - 2].low, tokens[i - 1].low) not in SECOND_GUEST:
        return None
    stop = next((n for n in range(i - 1, -1, -1) if tokens[n].text == "." and len(tokens[n - 1].text) > MARK), -1)
    begin, end = tokens[stop + 1].start, tokens[i].start
    named = [(m, p) for p in actors.persons if p.titles for m in p.mentions if begin <= m.start < end]
    return min(named, key=lambda pair: pair[0])[1] if named else None


SECOND_GUEST: Final = frozenset({("and", "his"), ("and", "her")})


MARK: Final = 3
"""Letters of the longest word whose full stop may end no sentence."""


def behind_counterpart(tokens: list[Token], i: int, actors: Actors) -> int | None:
    """Register "counterpart NAME" or "counterpart from STATE, NAME" at token `i`, where no demonym before it tells the state; return the index after it.

    "his Norrish counterpart Ana Brel" where nobody knows Norr, "her counterpart from Orvland, Ana Brel".
    """
    comma = i > 1 and tokens[i - 1].text == ","
    k, words = i - 1 - comma, ""
    noun = next(
        (
            n
            for n in range(k, max(0, k - MAX_ORIGIN), -1)
            if comma
            and tokens[n].low in ORIGIN
            and (
                tokens[n - 1].low in actors.language.words.opposites
                or (tokens[n - 2].low, tokens[n - 1].low) == ("opposite", "number")
            )
        ),
        None,
    )
    if noun:
        whole = tokens[noun + 1 + (tokens[noun + 1].low == "the") : k + 1]
        words, k = " ".join(t.text for t in whole), noun - 1
    k -= k > 0 and (tokens[k - 1].low, tokens[k].low) == ("opposite", "number")
    if k < 1 or tokens[k].low not in actors.language.words.opposites or not actors.persons:
        return None
    start, _ = skip_honorifics(tokens, i, actors.language)
    last = read_name(tokens, start, actors.language)
    if last - start < 2 or actors.gazetteer.name(tokens, start):
        return None
    if words:
        actors.gazetteer.learn(words)
    known = actors.gazetteer.name(tokenize(words), 0) if words else None
    state = known[0] if known else None
    if state is None and last + 1 < len(tokens) and tokens[last].low == "of":
        behind = state_named(tokens, last + 1, actors)
        state = behind[0] if behind else None
    before = actors.persons[-1]
    span = Span(tokens[start].start, tokens[last - 1].end)
    name = tuple(t.text for t in tokens[start:last])
    person = actors.add(Mention(span, name, span, None, (), before.rank, state, None, start, last))
    if not person.titles:
        person.titles.extend(before.titles[:1])
        person.title_words |= before.title_words
        person.rank = before.rank
        person.borrowed = True
    person.opposite = person.qualified = True
    return last


def host_before(tokens: list[Token], i: int, actors: Actors) -> None:
    """Register who is named before "and his guest" at token `i` by his bare name, as one who meets ("Ana Brel and her guest Tom Harl, Premier of Xia, …")."""
    if i < MIN_ORIGIN or tokens[i - 1].low not in actors.language.words.hosted_ones or tokens[i - 3].low != "and":
        return
    begin = i - 3
    while begin and (tokens[begin - 1].capital or tokens[begin - 1].low in actors.language.name_particles):
        begin -= 1
    end = read_name(tokens, begin, actors.language)
    if end != i - 3 or end - begin < 2 or actors.name_at(tokens, begin)[0]:
        return
    span = Span(tokens[begin].start, tokens[end - 1].end)
    name = tuple(t.text for t in tokens[begin:end])
    actors.add(Mention(span, name, span, None, (), 3, None, None, begin, end)).subject = True


def origin_before(tokens: list[Token], i: int, actors: Actors) -> str | None:
    """Return the state from which a counterpart is whose title stands behind the comma before token `i` ("her counterpart from Orvland, Speaker Ana Brel")."""
    if i < MIN_ORIGIN or tokens[i - 1].text != ",":
        return None
    for n in range(i - 2, max(1, i - MIN_ORIGIN - 3), -1):
        if tokens[n].low in ORIGIN and tokens[n - 1].low in actors.language.words.opposites:
            step = n + 2 if tokens[n + 1].low == "the" else n + 1
            found = actors.gazetteer.name(tokens, step)
            words = " ".join(t.text for t in tokens[step : i - 1])
            if not found and tokens[step].capital and words:
                actors.gazetteer.learn(words)
                found = actors.gazetteer.name(tokens, step)
            return found[0] if found and found[1] == i - 1 else None
    return None


MAX_ORIGIN: Final = 9
"""Words of a state's formal name behind "counterpart from"."""


MIN_ORIGIN: Final = 4
"""Words and marks of a counterpart, of where he is from, and a comma."""


def visits(tokens: list[Token], i: int) -> bool:
    """Say whether a relative clause behind a name tells of a visit ("…, who is on an official visit to …")."""
    k = i + 1
    if k >= len(tokens) or tokens[i].text != "," or tokens[k].low != "who":
        return False
    return any(t.low in {"visit", "visiting"} for t in tokens[k : k + 9])


def listed_counterparts(tokens: list[Token], i: int, actors: Actors) -> int | None:
    """Register the names with states behind "counterparts" at token `i`, with the title of the person named before; return the index after them.

    "his counterparts Ana Brel of Orvland, Per Lund of Norland and Ola Sand of Kirn".
    """
    if not i or tokens[i - 1].low not in actors.language.counterparts or not actors.persons:
        return None
    before = actors.persons[-1]
    end: int | None = None
    k = i
    while k < len(tokens):
        start, _ = skip_honorifics(tokens, k, actors.language)
        last = read_name(tokens, start, actors.language)
        state = actors.gazetteer.after_of(tokens, last) if last > start else None
        if not state:
            break
        span = Span(tokens[start].start, tokens[last - 1].end)
        name = tuple(t.text for t in tokens[start:last])
        person = actors.add(Mention(span, name, span, None, (), before.rank, state[0], None, start, last))
        if not person.titles:
            person.titles.extend(before.titles[:1])
            person.title_words |= before.title_words
            person.rank = before.rank
        person.opposite = person.qualified = True
        end = k = state[1]
        if k < len(tokens) and tokens[k].text in {",", "and"}:
            k += 2 if tokens[k].text == "," and k + 1 < len(tokens) and tokens[k + 1].low == "and" else 1
        else:
            break
    return end


def share_title(actors: Actors) -> None:
    """Give a counterpart whose title nothing tells that of the one opposite him, whose own came later ("… told his Xian counterpart Ana Brel")."""
    titled = [p for p in actors.persons if p.titles and p.rank < 3 and not p.former and not p.unnamed]
    for person in actors.persons:
        if person.opposite and not person.titles and len(titled) == 1:
            person.titles.extend(titled[0].titles[:1])
            person.title_words |= titled[0].title_words
            person.rank = titled[0].rank


def share_portfolio(actors: Actors) -> None:
    """Give those who are ministers and no more the portfolio of the only other ones, where all have it together ("the foreign ministers … Brel, the Xian minister, …")."""
    bare = [p for p in actors.persons if p.titles and p.titles[0] == "minister" and not p.unnamed]
    if not bare:
        return
    others = {
        t for p in actors.persons if p not in bare and p.rank == 2 for t in p.titles[:1] if t.endswith(" Minister")
    }
    if len(others) == 1 and f"{(title := others.pop()).lower()}s" in actors.text.lower():
        for person in bare:
            person.titles[0] = title
            person.title_words |= set(canonical(title, actors.language).split())


def share_plural_title(actors: Actors, head: int) -> None:
    """Give the one who is named without a title by the place `head`, as the first of two, the title that both have in the plural.

    "Ana Brel met with President of Xia Tom Harl. … The Presidents noted": a house writes no title of its own head.
    """
    named = [p for p in actors.persons if p.spelled and not p.former and not p.unnamed]
    met = {p.key: place for p in named if (place := actors.text.rfind(p.spelled, 0, head)) >= 0}
    untitled = [p for p in named if p.key in met and not p.titles and len(p.name) > 1]
    titled = [p for p in named if p.key in met and p.titles and p.rank == 1]
    if len(untitled) != 1 or len(titled) != 1 or met[untitled[0].key] > met[titled[0].key]:
        return
    title = titled[0].titles[0]
    told, language = actors.text.lower(), actors.language
    if any(f"{word} {title.lower()}s" in told for word in (*language.words.determiners, *language.numbers_words)):
        untitled[0].titles.append(title)
        untitled[0].title_words |= titled[0].title_words
        untitled[0].rank = titled[0].rank
