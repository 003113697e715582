"""Registers those of a round of heads or ministers whom only a name and a state present ("Tom Harl of Orvland, …"), the round's title being told before; single ones are for `introductions`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.destinations import is_state
from verbale.parse.headships import state_behind
from verbale.parse.honorifics import skip_honorifics
from verbale.parse.names import read_name
from verbale.parse.people import Mention
from verbale.parse.persons import Person, canonical
from verbale.parse.plurals import Shared, names_behind, shared_title
from verbale.parse.streams import Stream
from verbale.parse.titles import skip_department
from verbale.parse.tokens import Token
from verbale.span import Span

SHORTEST: Final = 2
"""Words of a name in such a list, and members of one."""


MEETINGS: Final = 5
"""Sentences at a report's beginning in which those who met are named."""


FURTHEST: Final = 400
"""Tokens behind the title of a round within which its members are named."""


def read_rounds(streams: Iterable[Stream], actors: Actors) -> None:
    """Register the members of a round of heads or ministers who are named with their states and without a title, where a sentence has two members or more."""
    shared: Shared | None = None
    for stream in streams:
        tokens = stream.tokens
        begin = 0
        for k, token in enumerate(tokens[:FURTHEST]):
            if token.low in actors.language.plural_titles:
                told = shared_title(tokens, k, actors.language)
                shared = told or shared
                if told:
                    read_listed(tokens, k, told, actors)
            elif token.text == "." and len(tokens[k - 1].text) > SHORTEST:
                if shared:
                    read_sentence(stream, (begin, k), shared)
                begin = k + 1


def read_listed(tokens: list[Token], k: int, shared: Shared, actors: Actors) -> None:
    """Register as many styled names as there are states behind a round's title at token `k`, each with its state ("of A and B … with the participation of H.E. Mr. Tom Harl and H.E. Ms. Ana Brel")."""
    end = skip_department(tokens, k + 1, actors.language)
    states = [state for state, _ in states_listed(tokens, end, actors)]
    if len(states) < SHORTEST:
        return
    openers = actors.language.honorific_openers
    near = range(end, min(len(tokens), end + NEAR))
    opened = (n for n in near if tokens[n].low in openers)
    first = next((n for n in opened if skip_honorifics(tokens, n, actors.language)[0] > n), None)
    found = list(names_behind(tokens, first, actors)) if first else []
    styled = all(each.begin > each.start and each.end - each.begin >= SHORTEST and not each.state for each in found)
    if len(found) != len(states) or not styled:
        return
    title = " ".join([shared.title, *(t.text for t in tokens[k + 1 : end])])
    for each, state in zip(found, states, strict=True):
        span = Span(tokens[each.begin].start, tokens[each.end - 1].end)
        name = tuple(t.text for t in tokens[each.begin : each.end])
        mention = Mention(span, name, span, title, shared.words, shared.rank, state, None, each.start, each.last)
        person = actors.add(mention)
        person.titles.sort(key=lambda one: one != title)


NEAR: Final = 60
"""Tokens behind a round's states within which those who take part are named."""


def read_sentence(stream: Stream, stretch: tuple[int, int], shared: Shared) -> None:
    """Register the members of a round whom one sentence, its tokens from the first to the second index, names with their states."""
    tokens, actors = stream.tokens, stream.actors
    inside = Span(tokens[stretch[0]].start, tokens[stretch[1]].end)
    behind = 0
    found: list[Mention] = []
    for i in stream.capitals:
        if (
            i < max(behind, stretch[0])
            or i >= stretch[1]
            or (i and tokens[i - 1].capital and tokens[i - 1].text != "Excellencies")
        ):
            continue
        if not (tokens[i + 1].capital or tokens[i + 1].low in {"'s", "’s"}) or tokens[i].low in actors.language.titles:
            continue
        if mention := member(tokens, i, shared, actors):
            found.append(mention)
            behind = mention.last
    if not found or len(found) + others(actors, inside, shared) < SHORTEST:
        return
    for mention in found:
        if any(mention.span.overlaps(m) for p in actors.persons for m in p.mentions):
            continue
        state = None if mention.state else state_behind(tokens, mention.last, actors)
        actors.add(mention._replace(state=state[0], last=state[1]) if state else mention)


def others(actors: Actors, inside: Span, shared: Shared) -> int:
    """Return how many persons with the title of a round, each with his state, are named in a stretch of text."""
    return sum(
        (p.state is not None or shared.words in {tuple(t.lower().split()) for t in p.titles})
        and p.rank == shared.rank
        and any(inside.overlaps(m) for m in p.mentions)
        for p in actors.persons
    )


def member(tokens: list[Token], i: int, shared: Shared, actors: Actors) -> Mention | None:
    """Return the member of a round at token `i`: "NAME of STATE" or "STATE's NAME", in a list or before a verb."""
    owner, begin = actors.gazetteer.demonym(tokens, i)
    if owner is None and tokens[i + 1].low in {"'s", "’s"} and is_state(tokens[i].text, actors.language):
        owner, begin = tokens[i].text, i + 2
    owned = begin > i and tokens[begin - 1].low in {"'s", "’s"}
    begin = begin if owned else i
    end = read_name(tokens, begin, actors.language) if begin < len(tokens) else begin
    words = [t.low for t in tokens[begin:end]]
    if end - begin < SHORTEST or end + 1 >= len(tokens) or not no_body(words, actors):
        return None
    listed = owned and (i == 0 or tokens[i - 1].text in {",", "and", "."}) and not actors.name_at(tokens, i)[0]
    state = owner if listed else None
    if not owned:
        stated = tokens[end + 1].capital or actors.gazetteer.after_of(tokens, end)
        if tokens[end].low != "of" or not stated or actors.gazetteer.name(tokens, begin):
            return None
        state = known[0] if (known := actors.gazetteer.after_of(tokens, end)) else None
    elif not listed:
        return None
    span = Span(tokens[begin].start, tokens[end - 1].end)
    name = tuple(t.text for t in tokens[begin:end])
    title = shared.title[:1].upper() + shared.title[1:]
    return Mention(span, name, span, title, shared.words, shared.rank, state, None, begin, end)


class Round(NamedTuple):
    """A meeting of those who hold one title ("the meeting of the Ministers of Trade of Kestria and Orvland"): the title, as it is written with its portfolio, and the states listed."""

    shared: Shared
    title: str
    states: tuple[str, ...]


def who_gathered(actors: Actors, statements: list[Statement]) -> set[int]:
    """Return the keys of those who hold the title of a round that a lead says met ("The prime ministers of the Lakes Group met …") and whom the first sentences name."""
    if not statements or not (told := round_told(statements[0], actors)):
        return set()
    opening = Span(statements[0].sentence.span.start, statements[: MEETINGS + 1][-1].sentence.span.end)
    held = " ".join(told.shared.words)
    found = {
        p.key
        for p in actors.persons
        if not p.former
        and not p.unnamed
        and (
            any(canonical(t, actors.language) == held for t in p.titles)
            or (p.titles and p.rank == told.shared.rank and p.state in told.states)
        )
        and any(opening.overlaps(m) for m in p.mentions)
    }
    return found if len(found) >= SHORTEST else set()


def round_told(lead: Statement, actors: Actors) -> Round | None:
    """Return the round of which a lead tells: those with one title who met, none of them named before the verb, or whose meeting was held."""
    tokens, language = lead.sentence.tokens, actors.language
    verb = next((k for k, t in enumerate(tokens) if t.low in language.words.gathered), 0)
    for k in range(1, len(tokens) - 1):
        shared = shared_title(tokens, k, language) if tokens[k].low in language.plural_titles else None
        if not shared or not shared.first or tokens[shared.first - 1].low not in language.words.determiners:
            continue
        of_meeting = (
            shared.first > SHORTEST
            and tokens[shared.first - 2].low == "of"
            and tokens[shared.first - 3].low in language.meeting_nouns
        )
        if k < verb or of_meeting:
            end = skip_department(tokens, k + 1, language)
            portfolio = "".join(f" {t.text}" for t in tokens[k + 1 : end])
            states = tuple(state for state, _ in states_listed(tokens, end, actors))
            return Round(shared, shared.title + portfolio, states if len(states) >= SHORTEST else ())
    return None


def states_listed(tokens: list[Token], k: int, actors: Actors) -> Iterator[tuple[str, int]]:
    """Give the states in "of A, B and the Republic of C" at token `k`, each with the index after it."""
    if k >= len(tokens) or tokens[k].low != "of":
        return
    while k + 1 < len(tokens) and tokens[k].low in {"of", ",", "and"}:
        k += 1
        while k < len(tokens) - 1 and tokens[k].low in {"and", "the"}:
            k += 1
        found = actors.gazetteer.name(tokens, k)
        if not found:
            return
        yield found
        k = found[1]


def state_of_round(lacking: list[Person], chosen: list[Person], lead: Statement, actors: Actors) -> None:
    """Give the one of a round whose state nothing tells the only one listed that nobody else serves, and the round's title ("our Minister Brel")."""
    told = round_told(lead, actors)
    left = [state for state in told.states if all(p.state != state for p in chosen)] if told else []
    if not told or len(left) != 1 or len(lacking) != 1 or lacking[0].rank != told.shared.rank:
        return
    person = lacking[0]
    person.state = left[0]
    if canonical(person.titles[0], actors.language) in actors.language.words.plain_titles:
        person.titles.insert(0, told.title)
        person.title_words |= set(canonical(told.title, actors.language).split())


def no_body(words: list[str], actors: Actors) -> bool:
    """Say whether none of the words of a name is one of bodies, institutions, houses or offices."""
    language = actors.language
    return (language.body_words | language.institution_words | language.hall_words | language.departments).isdisjoint(
        words
    ) and language.titles.keys().isdisjoint(words)
