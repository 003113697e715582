"""States that a document's title tells of those who met: before or behind an office, in a list, or as where somebody went; what speakers say is for `speechclues`."""

from __future__ import annotations

from verbale.parse.actors import Actors
from verbale.parse.attribution import Statement
from verbale.parse.furniture import Layout
from verbale.parse.homes import name_of
from verbale.parse.names import followed_by_name
from verbale.parse.persons import Person, canonical
from verbale.parse.places import hall_in_title
from verbale.parse.titles import TitleMatch, match_title
from verbale.parse.tokens import Token, titled, tokenize


def by_headline(lacking: list[Person], text: str, layout: Layout, actors: Actors) -> None:
    """Give persons the states that a headline puts before their titles without a name ("Bracia president hosts …")."""
    if not lacking or not layout.title:
        return
    tokens = tokenize(text, *layout.title)
    for k, token in enumerate(tokens[:-1]):
        state, end = actors.gazetteer.demonym(tokens, k) if token.capital else (None, k)
        title = match_title(tokens, end, actors.language) if state and end < len(tokens) else None
        if title is None and (found := office_of_state(tokens, k, actors)):
            title, state = found
        if title and title.rank < 3 and not followed_by_name(tokens, title.end):
            held = [
                p
                for p in lacking
                if canonical(" ".join(title.words), actors.language)
                in {canonical(t, actors.language) for t in p.titles}
            ]
            taken = any(p.state == state and p.rank <= title.rank for p in actors.persons)
            if len(held) == 1 and held[0].state is None and not taken:
                held[0].state = state


def office_of_state(tokens: list[Token], k: int, actors: Actors) -> tuple[TitleMatch, str] | None:
    """Return the title at token `k` of a headline with the state behind it, where no name follows ("Brel meets President of Kestria")."""
    title = match_title(tokens, k, actors.language) if tokens[k].capital else None
    after = actors.gazetteer.after_of(tokens, title.end) if title else None
    return (title, after[0]) if title and after and not followed_by_name(tokens, after[1]) else None


def as_listed(lacking: list[Person], text: str, layout: Layout, actors: Actors) -> None:
    """Give three or more the states that the document's title lists in their order ("Meeting of Foreign Ministers of A, B and C")."""
    tokens = title_words(text, layout)
    states: list[str] = []
    for k in range(len(tokens) - 1):
        if tokens[k].low not in actors.language.words.before_listed_states or states:
            continue
        step = k + 1
        while step < len(tokens) and (tokens[step].low in {"the", "and", ","} or actors.gazetteer.name(tokens, step)):
            found = actors.gazetteer.name(tokens, step)
            states += [found[0]] if found else []
            step = found[1] if found else step + 1
        states = states if len(states) > 1 else []
    if all(p.titles for p in lacking) and len(states) == len(set(states)) == len(lacking) > 2:
        for person, state in zip(lacking, states, strict=True):
            person.state = state


def host_labelled(lacking: list[Person], first: Statement, text: str, layout: Layout, actors: Actors) -> None:
    """Give the one whose house labels him by his bare office the state in whose capital the title says they spoke ("PRIME MINISTER:" below "… – Parliament House, Canberra")."""
    host = first.sentence.label
    hall = hall_in_title(text, layout.title, actors.language) if layout.title and first.sentence.labelled else None
    if not hall or not isinstance(host, Person) or host not in lacking or not layout.body[0].label:
        return
    tokens = tokenize(text, *hall)
    seat = next((found for k in range(len(tokens)) if (found := actors.gazetteer.metonym(tokens, k))), None)
    named = any(word.lower() in layout.body[0].label.of(text).lower() for word in host.name)
    host.state = seat[0] if seat and not named else None


def titled_states(text: str, layout: Layout, actors: Actors) -> set[str]:
    """Return the states that a document's title names, where there are two of them or more."""
    tokens = title_words(text, layout)
    found: set[str] = set()
    for k, token in enumerate(tokens):
        if not token.capital:
            continue
        for half in token.text.split("-") if "-" in token.text else ():
            if state := name_of(half, actors):
                found.add(state)
        state, end = actors.gazetteer.demonym(tokens, k)
        asks = (
            end < len(tokens) and tokens[end].text == ":" and state in actors.language.organisations
        )  # "WHO: Minister …"
        if state and not asks:
            found.add(state)
    return found if len(found) > 1 else set()


def title_words(text: str, layout: Layout) -> list[Token]:
    """Return the words of the title, those in capitals throughout with a first capital only, so that they can be found."""
    if not layout.title:
        return []
    return [
        Token(titled(t.text), t.start, t.end) if len(t.text) > 4 and t.text.isupper() else t
        for t in tokenize(text, layout.title.start, layout.title.end)
    ]


def destination(text: str, layout: Layout, actors: Actors) -> str | None:
    """Return the state that a title says was visited ("… Visit of the President of A to B")."""
    tokens = title_words(text, layout)
    visit = next((k for k, t in enumerate(tokens) if t.low in {"visit", "visits"}), None)
    if visit is None:
        return None
    for k in range(visit + 1, len(tokens) - 1):
        if tokens[k].low != "to":
            continue
        step = k + 2 if tokens[k + 1].low == "the" and k + 2 < len(tokens) else k + 1
        for place in (step, step + 2):
            if place < len(tokens) and (found := actors.gazetteer.name(tokens, place)):
                return found[0]
    return None


def heads_group(person: Person, actors: Actors) -> bool:
    """Say whether somebody leads a community or party, as his title tells: that one serves no state."""
    first = person.titles[0].split(" ", 1)[0] if person.titles else ""
    return first.islower() and first in actors.language.headships


def share_among_leaders(chosen: list[Person], actors: Actors) -> None:
    """Give leaders of communities or parties the state that is told of one beside them ("leader of the Northern community of Xia … of the Southern community")."""
    leaders = [p for p in chosen if heads_group(p, actors)]
    states = {p.state for p in leaders if p.state}
    for person in leaders if len(states) == 1 else ():
        person.state = next(iter(states))
