"""Registers the persons whom only a caption, a bare name or a bare title presents; it changes nobody who is known by more."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors, held_as
from verbale.parse.honorifics import opens_honorific, skip_honorifics
from verbale.parse.names import read_name
from verbale.parse.people import Mention, read_mention
from verbale.parse.persons import Person, canonical
from verbale.parse.staterun import shared_state
from verbale.parse.streams import Stream
from verbale.parse.titles import match_title
from verbale.parse.tokens import Token
from verbale.span import Span

MAX_LINE: Final = 12
"""Words of a line that holds a name and no more."""


def complete(stream: Stream) -> None:
    """Take from a caption or standfirst the titles and states of persons already known."""
    for i in stream.proper():
        mention = stream.mention(i)
        if mention and mention.name and (person := stream.actors.find(mention)):
            person.state = person.state or mention.state
            if mention.title and not person.titles:
                person.titles.append(mention.title)
                person.title_words |= set(canonical(mention.title, stream.actors.language).split())
                person.rank = min(person.rank, mention.rank)


def office_below(above: list[Token], below: list[Token], actors: Actors) -> Person | None:
    """Return the person whose name is a line of the head or foot, with the office that is the next line.

    "Senator the Hon Ana Brel / Minister for Trade"; `None` where the lines are no such pair.
    """
    if not above or not below or len(above) > MAX_LINE:
        return None
    mention = read_mention(below, 0, actors.language, actors.gazetteer)
    if not mention or mention.name or not mention.title or mention.rank > 2 or mention.last < len(below):
        return None
    named = [p for p in actors.persons if any(above[0].start <= m.start and m.end == above[-1].end for m in p.mentions)]
    if len(named) > 1:
        return None
    person = named[0] if named else line_of_name(above, actors)
    if person:
        person.titles.insert(0, mention.title)
        person.title_words |= set(canonical(mention.title, actors.language).split())
        person.rank = min(person.rank, mention.rank)
        person.state = person.state or mention.state
        person.qualified = person.qualified or mention.state is not None
    return person


def name_and_office(tokens: list[Token], actors: Actors) -> Person | None:
    """Return the person whose name and office are one line of the head, registered by it ("Ana Brel, Department Spokesperson")."""
    start, _ = skip_honorifics(tokens, 0, actors.language)
    end = read_name(tokens, start, actors.language)
    if end - start < 2 or end + 1 >= len(tokens) or tokens[end].text != "," or len(tokens) > MAX_LINE:
        return None
    last = match_title(tokens, len(tokens) - 1, actors.language)
    if not last or not all(t.capital for t in tokens[end + 1 :]):
        return None
    words = tuple(t.text for t in tokens[end + 1 :])
    span = Span(tokens[0].start, tokens[end - 1].end)
    name = tuple(t.text for t in tokens[start:end])
    return actors.add(Mention(span, name, span, " ".join(words), last.words, last.rank, None, None, 0, len(tokens)))


def read_headline_name(tokens: list[Token], actors: Actors) -> None:
    """Register who receives or meets by his bare name, where only the headline has it ("Ana Brel receives Prime Minister …")."""
    end = read_name(tokens, 0, actors.language, headline=True) if tokens else 0
    known = tokens and (
        actors.name_at(tokens, 0)[0] or actors.gazetteer.name(tokens, 0) or match_title(tokens, 0, actors.language)
    )
    styled = end and opens_honorific(tokens[0], actors.language) and match_title(tokens, end - 1, actors.language)
    if not 2 <= end <= 4 or end >= len(tokens) or known or styled:
        return
    forms = actors.language.verbs.get(tokens[end].low, ())
    if any(f.tense in {"present", "past"} and f.lemma in actors.language.words.headline_verbs for f in forms):
        span = Span(tokens[0].start, tokens[end - 1].end)
        name = tuple(t.text for t in tokens[:end])
        actors.add(Mention(span, name, span, None, (), 3, None, None, 0, end)).subject = True


def line_of_name(tokens: list[Token], actors: Actors) -> Person | None:
    """Return the person whose name, of two words and more, is a whole line, registered by it."""
    start, _ = skip_honorifics(tokens, 0, actors.language)
    end = read_name(tokens, start, actors.language)
    if end < len(tokens) or end - start < 2 or actors.gazetteer.name(tokens, start):
        return None
    span = Span(tokens[start].start, tokens[-1].end)
    return actors.add(Mention(span, tuple(t.text for t in tokens[start:]), span, None, (), 3, None, None, start, end))


def read_unnamed(stream: Stream) -> None:
    """Register the holders of high titles whom the document never names ("the Secretary-General", "the Prime Minister of X")."""
    words = stream.actors.language.words
    tokens, actors = stream.tokens, stream.actors
    behind = 0
    for i in stream.proper():
        if i < behind or not (mention := stream.mention(i)):
            continue
        behind = max(mention.last, i + 1)
        if actors.offices and i and not mention.name and actors.office_at(tokens, i - 1):
            continue
        tell_state(tokens, mention, actors)
        tell_office(mention, actors)
        capital = bool(mention.title) and (mention.title or "")[:1].isupper()
        if (
            mention.name
            or not mention.title
            or mention.rank > 2
            or mention.title.lower() in words.titles_of_rank
            or not (capital or (mention.state and len(told_by_name(mention, actors)) == 1))
            or mention.former
            or (actors.by_title(mention) and not beside_namesake(tokens, mention, actors))
            or (behind < len(tokens) and tokens[behind].low in {"'s", "’s", "of"} and not mention.state)
            or (not mention.definite and further_office(tokens, i, actors.language))
            or serves_him(tokens, behind, actors.language)
        ):
            continue
        if any(w in mention.title.lower() for w in words.titles_without_person):
            continue
        bare = [p for p in told_by_name(mention, actors) if not acts_on(p, tokens, mention)]
        if len(bare) == 1 and (mention.state or (mention.definite and i < 400)):
            adopt(bare[0], mention, stream.actors.language)
            continue
        person = actors.new()
        person.unnamed = True
        person.titles.append(mention.title)
        person.title_words |= set(canonical(mention.title, stream.actors.language).split()) | set(mention.title_words)
        state = mention.state or shared_state(tokens, mention, actors)
        person.rank, person.state, person.gender = mention.rank, state, mention.gender
        person.qualified = state is not None
        person.at = mention.span
        person.mentions.append(mention.span)


def told_by_name(mention: Mention, actors: Actors) -> list[Person]:
    """Return those whom the document tells of by bare name as a subject, where a head's title is told elsewhere ("Kestria's president said … Ana Brel told").

    Another office may be his with whose bare name the headline begins.
    """
    return [
        p
        for p in actors.persons
        if not p.titles
        and not p.state
        and p.mentions
        and len(p.name) > 1
        and p.subject
        and (mention.rank == 1 or opens_headline(p, actors))
    ]


def acts_on(person: Person, tokens: list[Token], mention: Mention) -> bool:
    """Say whether somebody is named at the beginning of the sentence in which an office stands, so that it is another's ("Ana Brel received the Secretary-General")."""
    begin = next((t.end for t in reversed(tokens[: mention.first]) if t.text == "."), tokens[0].start)
    return any(begin <= m.start < mention.span.start for m in person.mentions)


def further_office(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether the office at token `i` is a further one of him who is named before ("…, Secretary of the Party Committee and Chairman of the Council")."""
    before = tokens[i - 2] if i > 1 and tokens[i - 1].low == "and" else None
    return before is not None and (before.text == "," or before.low in language.body_words)


def opens_headline(person: Person, actors: Actors) -> bool:
    """Say whether a person is one with whose bare name the headline begins, so that an office without a name may be his ("Brel meets …", "the Minister")."""
    return {word.lower() for word in person.name} <= actors.titled


def serves_him(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether a possessive at token `k` leads to the title of somebody who serves the one before it ("the Secretary-General's Special Envoy")."""
    return k + 1 < len(tokens) and tokens[k].low in {"'s", "’s"} and match_title(tokens, k + 1, language) is not None


def tell_state(tokens: list[Token], mention: Mention, actors: Actors) -> None:
    """Give the one holder of an office, whose state nothing tells, the state that his office without his name tells ("the Chancellor of X").

    Other offices than a monarch's can be those of somebody else, who is not named: not where a sentence names both, and only where somebody else has a state.
    """
    if mention.name or not mention.state or not mention.title or mention.former:
        return
    wanted = canonical(mention.title, actors.language)
    crowned = bool(set(mention.title_words) & actors.language.words.crowned)
    held = [
        p
        for p in actors.persons
        if not p.unnamed
        and (
            any(canonical(t, actors.language) == wanted for t in p.titles)
            or (not crowned and held_as(p, wanted, actors.language))
        )
    ]
    if len(held) != 1 or held[0].state is not None:
        return
    if crowned or (mention.rank < 3 and apart(tokens, held[0], mention, actors)):
        held[0].state, held[0].qualified = mention.state, True


def apart(tokens: list[Token], person: Person, mention: Mention, actors: Actors) -> bool:
    """Say whether an office's state can only be that of its one holder: another has a state, nobody this one, and no sentence names the office beside the holder."""
    states = {p.state for p in actors.persons if p.state and p.titles and not p.unnamed and p.rank < 3}
    if not states or mention.state in states or person.former:
        return False
    end = next((t.start for t in tokens[mention.last :] if t.text == "."), tokens[-1].end)
    begin = next((t.start for t in reversed(tokens[: mention.first]) if t.text == "."), tokens[0].start)
    return not any(begin <= m.start < end for m in person.mentions)


def tell_office(mention: Mention, actors: Actors) -> None:
    """Give the one whom the text calls the head of state of a state the office that "the President of X" in the headline tells of him."""
    if mention.name or not mention.state or mention.rank > 1 or not mention.title:
        return
    called = actors.language.words.called_heads
    # "Head of Government" is nobody's who may be called President or King.
    wanted = called.get(canonical(mention.title, actors.language))
    spelled = {wanted} if wanted else set(called.values())
    held = [
        p
        for p in actors.persons
        if p.state == mention.state and len(p.titles) == 1 and not p.unnamed and p.titles[0].lower() in spelled
    ]
    if len(held) == 1 and mention.title.lower() not in spelled:
        held[0].titles.insert(0, mention.title)
        held[0].title_words |= set(canonical(mention.title, actors.language).split())


def beside_namesake(tokens: list[Token], mention: Mention, actors: Actors) -> bool:
    """Say whether "the Prime Minister" stands in one sentence with another's "Prime Minister X of Y", so that it means one's own.

    Whom the sentence has named before it, and the text before that, is meant himself ("invited Prime Minister X, which the Prime Minister accepted").
    """
    held = actors.by_title(mention)
    if not mention.definite or mention.state or mention.rank > 1 or any(not p.qualified or p.unnamed for p in held):
        return False
    end = next((t.start for t in tokens[mention.last :] if t.text == "."), tokens[-1].end)
    begin = next((t.start for t in reversed(tokens[: mention.first]) if t.text == "."), tokens[0].start)
    return len(held) == 1 and any(
        begin <= m.start < end and (m.start > mention.span.start or m == held[0].mentions[0]) for m in held[0].mentions
    )


def adopt(person: Person, mention: Mention, language: Language) -> None:
    """Give a person known by name alone the title and state of one whom the document names only by them."""
    person.titles.append(mention.title or "")
    person.title_words |= set(canonical(mention.title or "", language).split())
    person.rank, person.state = mention.rank, mention.state
