"""Registers those of a round of heads or ministers whom only a name and a state present ("Tom Harl of Orvland, …"), the round's title being told before; single ones are for `introductions`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.headships import state_behind
from verbale.parse.names import read_name
from verbale.parse.people import Mention
from verbale.parse.persons import canonical
from verbale.parse.plurals import Shared, shared_title
from verbale.parse.streams import Stream
from verbale.parse.survey import is_state
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
                shared = shared_title(tokens, k, actors.language) or shared
            elif token.text == "." and len(tokens[k - 1].text) > SHORTEST:
                if shared:
                    read_sentence(stream, (begin, k), shared)
                begin = k + 1


def read_sentence(stream: Stream, stretch: tuple[int, int], shared: Shared) -> None:
    """Register the members of a round whom one sentence, its tokens from the first to the second index, names with their states."""
    tokens, actors = stream.tokens, stream.actors
    inside = Span(tokens[stretch[0]].start, tokens[stretch[1]].end)
    behind = 0
    found: list[Mention] = []
    for i in stream.capitals:
        if i < max(behind, stretch[0]) or i >= stretch[1] or (i and tokens[i - 1].capital):
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
        p.state is not None and p.rank == shared.rank and any(inside.overlaps(m) for m in p.mentions)
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
        if tokens[end].low != "of" or not tokens[end + 1].capital or actors.gazetteer.name(tokens, begin):
            return None
        state = known[0] if (known := actors.gazetteer.after_of(tokens, end)) else None
    elif not listed:
        return None
    span = Span(tokens[begin].start, tokens[end - 1].end)
    name = tuple(t.text for t in tokens[begin:end])
    title = shared.title[:1].upper() + shared.title[1:]
    return Mention(span, name, span, title, shared.words, shared.rank, state, None, begin, end)


def who_gathered(actors: Actors, statements: list[Statement]) -> set[int]:
    """Return the keys of those who hold the title of a round that a lead says met ("The prime ministers of the Lakes Group met …") and whom the first sentences name."""
    if not statements or not (shared := title_of_round(statements[0], actors)):
        return set()
    opening = Span(statements[0].sentence.span.start, statements[: MEETINGS + 1][-1].sentence.span.end)
    held = " ".join(shared.words)
    found = {
        p.key
        for p in actors.persons
        if not p.former
        and not p.unnamed
        and any(canonical(t, actors.language) == held for t in p.titles)
        and any(opening.overlaps(m) for m in p.mentions)
    }
    return found if len(found) >= SHORTEST else set()


def title_of_round(lead: Statement, actors: Actors) -> Shared | None:
    """Return the title of those who met by a lead that names none of them before its verb."""
    tokens = lead.sentence.tokens
    verb = next((k for k, t in enumerate(tokens) if t.low in actors.language.words.gathered), len(tokens))
    for k in range(1, min(verb, len(tokens) - 1)):
        shared = shared_title(tokens, k, actors.language)
        if shared and shared.first and tokens[shared.first - 1].low in actors.language.words.determiners:
            return shared
    return None


def no_body(words: list[str], actors: Actors) -> bool:
    """Say whether none of the words of a name is one of bodies, institutions, houses or offices."""
    language = actors.language
    return (language.body_words | language.institution_words | language.hall_words | language.departments).isdisjoint(
        words
    ) and language.titles.keys().isdisjoint(words)
