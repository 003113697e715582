"""From a reference to one person: which of those that a title, a role or a pronoun fits is meant here.

The order of choice follows the text alone: gender that it reveals, who was last named, whose house it is.
"""

from __future__ import annotations

from verbale.parse.persons import Person, Reference
from verbale.parse.reading import State


def resolve(reference: Reference, state: State) -> Person | None:
    """Return the person whom a reference means in this state, or `None` where the text does not tell."""
    if reference.kind == "pronoun":
        return by_pronoun(reference.word, state)
    pool = list(reference.persons)
    if reference.kind == "role":
        return by_role(reference, pool, state)
    if len(pool) > 1:
        return choose(pool, reference, state)
    return pool[0] if pool else None


def by_pronoun(word: str, state: State) -> Person | None:
    """Return the person last named whom "he" or "she" can mean, one whose given name speaks against it last; others follow in the order of the document."""
    gender = state.actors.language.words.pronoun_genders.get(word)
    if gender is None:
        return None
    known = [p for p in state.recent if p.gender in {None, gender}]
    if known:
        likely = [p for p in known if p.gender or p.likely in {None, gender}]
        if not likely:
            met = [p for p in state.actors.persons if p.key in state.leading and gender in {p.gender, p.likely}]
            likely = met if len(met) == 1 else known
        return likely[0]
    fitting = [p for p in state.actors.persons if p.gender == gender]
    return fitting[0] if len(fitting) == 1 else None


def by_role(reference: Reference, pool: list[Person], state: State) -> Person | None:
    """Return the person whom "the host", "his counterpart", "the Kestrian leader" or "His Majesty" means."""
    language = state.actors.language
    words = set(reference.word.split())
    if "latter" in words:
        return nearest(pool, state)
    heads = [p for p in pool if p.rank <= 2] or pool
    if words & language.hosts:
        return host_among(heads, state)
    if words & language.guests and state.traveller in heads:
        return state.traveller
    if words & language.guests:
        come = [p for p in heads if state.visited and p.key in state.leading and p.state != state.visited]
        return (
            next((p for p in heads if p.visiting), None)
            or (come[0] if len(come) == 1 else None)
            or nearest([p for p in heads if not at_home(p, state)], state)
        )
    if words & language.words.legislators:
        pool = [p for p in pool if p.title_words & language.words.legislators_titles] or pool
        heads = [p for p in heads if p in pool] or pool
    if (
        words & language.words.diplomats
        and len(sent := [p for p in pool if p.title_words & language.words.sent_titles]) == 1
    ):
        return sent[0]
    if words & {"state", "government"} and len(heads) > 1 and len(own := [p for p in heads if at_home(p, state)]) == 1:
        return own[0]
    if words & language.words.other_ones and state.recent:
        others = [p for p in heads if p is not state.recent[0]]
        return others[0] if len(others) == 1 else nearest([p for p in others if p.titles], state)
    if len(heads) == 1:
        return heads[0]
    return choose(heads, reference, state) if heads else None


def host_among(pool: list[Person], state: State) -> Person | None:
    """Return who of a pool receives the others: he serves the state that a lead says was visited, else he is at home."""
    there = [p for p in pool if state.visited and p.state == state.visited and p.key in state.leading]
    if len(there) != 1 and state.traveller:
        there = [p for p in pool if p is not state.traveller and p.key in state.leading]
    return there[0] if len(there) == 1 else next((p for p in pool if at_home(p, state)), None)


def nearest(pool: list[Person], state: State) -> Person | None:
    """Return the person of a pool whom the text mentioned last before the sentence in hand."""
    met = [(max((m.start for m in p.mentions if m.start < state.position), default=-1), p) for p in pool]
    return max(met, key=lambda pair: pair[0])[1] if met else None


def at_home(person: Person, state: State) -> bool:
    """Say whether a person receives the others: the state where the source is written is his, or nobody says that he visits."""
    if person.visiting:
        return False
    if state.home and any(p.state == state.home for p in state.actors.persons):
        return person.state == state.home
    if any(p.visiting for p in state.actors.persons) or any(
        p.rank < 3 and not p.qualified for p in state.actors.persons
    ):
        return not person.qualified or any(p.visiting for p in state.actors.persons)
    leading = [p for p in state.actors.persons if p.rank < 3 and p.at]
    return bool(leading) and person is min(leading, key=lambda p: p.at or (0, 0))


def choose(pool: list[Person], reference: Reference, state: State) -> Person | None:
    """Return the likeliest of several persons whom a title fits: the house's own, who needs no nationality, else the last named."""
    if reference.how == "title" and reference.word.startswith("visiting"):
        named = [p for p in pool if not p.unnamed] or pool
        came = state.traveller if state.traveller in named else None
        return (
            came
            or next((p for p in named if p.visiting), None)
            or next((p for p in named if not at_home(p, state)), named[0])
        )
    if reference.how == "title" and reference.word.startswith("hosting ") and (host := host_among(pool, state)):
        return host
    if reference.how == "title":
        if reference.word.startswith("bare ") and len(own := [p for p in pool if at_home(p, state)]) == 1:
            return own[0]
        if len(pool) > 1 and not any(p in state.recent for p in pool):
            pool = [p for p in pool if p.key in state.leading] or pool
        own = [p for p in pool if at_home(p, state)]
        if reference.word.startswith("proper ") and len(own) == 1 and len(pool) > 1 and all(p.rank == 1 for p in pool):
            return own[0]
        if state.recent and state.recent[0] in pool and state.recent_paragraph == state.paragraph:
            return state.recent[0]
        pool = [p for p in pool if p in state.recent] or pool
        own = [p for p in pool if at_home(p, state)]
        if len(own) == 1:
            return own[0]
    for person in state.recent:
        if person in pool:
            return person
    return pool[0] if pool else None
