"""Who leads a delegation or chairs the meeting, and whose state that tells; persons are registered in `introductions`."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.bodies import owns
from verbale.parse.destinations import is_state
from verbale.parse.honorifics import skip_honorifics
from verbale.parse.names import read_name
from verbale.parse.people import Mention
from verbale.parse.persons import Person
from verbale.parse.staterun import state_named
from verbale.parse.survey import state_after_of
from verbale.parse.tokens import Token
from verbale.parse.twobefore import PEOPLE
from verbale.span import Span

MAX_LEADING: Final = 14
"""Words before "by" among which the delegation is looked for that somebody leads."""


MAX_CHAIRS: Final = 40
"""Words between "co-chaired by" and the second name."""


def take_delegation(tokens: list[Token], i: int, last: int, person: Person, actors: Actors) -> None:
    """Note that the person named from token `i` up to `last` leads a delegation, whose state is his, or chairs the meeting.

    "The Kestrian delegation was led by NAME, … and the Orvish side by NAME", "NAME headed the Kestrian delegation", "The
    session was co-chaired by NAME".
    """
    words = actors.language.words
    if i > 1 and tokens[i - 1].low == "and" and actors.persons and chairs_too(tokens, i, actors):
        person.delegate = True
        return
    i -= i > 1 and tokens[i - 1].low in {"its", "their"}
    while i > 1 and tokens[i - 1].low != "by" and before_honoured(tokens[i - 1], actors.language):
        i -= 1
    noun = None
    if i and tokens[i - 1].low == "by":
        nouns = words.delegations | actors.language.meeting_nouns
        noun = next((k for k in range(i - 2, max(-1, i - MAX_LEADING), -1) if tokens[k].low in nouns), None)
        if state := represented(tokens, i, actors):
            person.delegate = person.qualified = person.represents = True
            person.state = state
            return
        if noun is None:
            return
        of = actors.gazetteer.after_of(tokens, noun + 1)
        between = tokens[of[1] if of else noun + 1 : i - 1]
        verbs = {t.low for t in between if not t.capital and t.low[:1].isalpha()} - words.sent_from
        if not verbs <= words.leading_delegation or (
            any(t.capital for t in between) and tokens[noun].low not in words.delegations
        ):
            return
        if tokens[noun].low not in words.delegations:
            person.delegate = person.delegate or bool(verbs & words.chaired and verbs & {"was", "were"})
            return
    elif last + 3 < len(tokens) and tokens[last].low in {"led", "headed"} and tokens[last + 1].low == "the":
        noun = next(
            (k for k in range(last + 3, min(last + 6, len(tokens))) if tokens[k].low in words.delegations),
            None,
        )
    if noun is None:
        return
    if noun < i and (sent := sent_by(tokens, noun, i, actors)):
        person.delegate = person.qualified = True
        person.state = person.state or sent
        return
    states = (actors.gazetteer.demonym(tokens, k) for k in range(max(0, noun - 3), noun))
    state = next((found for found, end in states if found and end == noun), None)
    if state is None and (of := actors.gazetteer.after_of(tokens, noun + 1)):
        state = of[0]
    if state:
        person.delegate = person.qualified = True
        person.state = person.state or state


def act_for(tokens: list[Token], i: int, last: int, person: Person, actors: Actors) -> int:
    """Give the person named from token `i` up to `last` the state for which he acts, where nothing told it; return the index after all."""
    served = None if person.state else for_state(tokens, i, last, actors)
    if not served:
        return last
    person.state, last = served
    person.qualified = person.delegate = True
    return last


def for_state(tokens: list[Token], i: int, last: int, actors: Actors) -> tuple[str, int] | None:
    """Return the state for which the person named from token `i` up to `last` acts, and the index after it ("co-chaired by Minister Brel for Kestria", "on behalf of Kestria, by Brel")."""
    k = i - 1
    if k > 3 and tokens[k].low == "by":
        k -= tokens[k - 1].text == ","
        near = range(k - 1, max(2, k - MAX_FORMAL - 1), -1)
        of = next((n for n in near if (tokens[n - 1].low, tokens[n].low) == ("behalf", "of")), None)
        if of and (state := state_named(tokens, of + 1, actors)) and state[1] == k:
            return state[0], last
    heads = i > 4 and tokens[k].text == "," and tokens[k - 1].low in actors.language.words.headed_by_ministers
    if heads and (tokens[k - 4].low, tokens[k - 3].low) == ("head", "of"):
        adjective = actors.gazetteer.demonym(tokens, k - 2)[0] or actors.gazetteer.learn_demonym(
            tokens[k - 2].text, itself=True, once=True
        )
        return (adjective, last) if adjective else None
    last += last < len(tokens) and tokens[last].text == ","
    if last + 1 >= len(tokens) or tokens[last].low != "for":
        return None
    found = state_named(tokens, last + 1, actors)
    ends = found and (found[1] >= len(tokens) or tokens[found[1]].text in {",", ".", ";", "and"})
    acting = {t.low for t in tokens[max(0, i - MAX_CHAIRS) : i]}
    return found if ends and not actors.language.words.acting_for.isdisjoint(acting) else None


def before_honoured(token: Token, language: Language) -> bool:
    """Say whether a word can stand between "by" and a name as an honorific does ("represented by the Rt. Hon. Ana Brel")."""
    return token.text == "." or token.low == "the" or token.low in language.honorific_openers


def represented(tokens: list[Token], i: int, actors: Actors) -> str | None:
    """Return the state or union that whoever is named behind "by" at token `i - 1` represents ("The Republic of Xia was represented by")."""
    if i < 4 or tokens[i - 2].low != "represented" or tokens[i - 3].low not in actors.language.words.represented_by:
        return None
    for k in range(i - 4, max(-1, i - 4 - MAX_FORMAL), -1):
        found = actors.gazetteer.name(tokens, k) if tokens[k].capital else None
        if found and found[1] == i - 3:
            return found[0]
    return None


MAX_FORMAL: Final = 4
"""Words of a state's formal name."""


def led_by_name(tokens: list[Token], i: int, actors: Actors) -> int | None:
    """Register the bare name at token `i` behind "led by" as that of who leads a group from a state ("a group of Kestrian MPs led by Ana Brel"); return the index after it."""
    words = actors.language.words
    if i < MIN_LED or tokens[i - 1].low != "by" or tokens[i - 2].low not in words.leading_delegation:
        return None
    start, _ = skip_honorifics(tokens, i, actors.language)
    end = read_name(tokens, start, actors.language)
    near = range(i - 3, max(-1, i - MAX_LEADING - 2), -1)
    noun = next((k for k in near if tokens[k].low in words.led_groups), None)
    if noun is None or end - start < 2 or actors.gazetteer.name(tokens, start):
        return None
    state = sent_by(tokens, noun, i, actors) or actors.gazetteer.demonym(tokens, noun - 1)[0]
    if not state and PEOPLE.match(tokens[noun - 1].text):
        state = actors.gazetteer.learn_demonym(tokens[noun - 1].text, itself=True, once=True)
    if not state:
        return None
    span = Span(tokens[start].start, tokens[end - 1].end)
    name = tuple(t.text for t in tokens[start:end])
    person = actors.add(Mention(span, name, span, None, (), 3, state, None, start, end))
    person.delegate = person.qualified = True
    return end


MIN_LED: Final = 4
"""Words up to "led by" at the least."""


def sent_by(tokens: list[Token], noun: int, end: int, actors: Actors) -> str | None:
    """Return the state whose body sent a delegation ("a delegation of the Parliament of Xia", "… from the Xian Senate")."""
    for k in range(noun + 1, end - 1):
        if owns(tokens, k + 1):
            continue  # "the Workers' Front of Xia" is no state of Workers
        pair = tokens[k].text in {"–", "-"} and tokens[k - 1].capital and tokens[k + 1].capital
        if pair and k - 1 > noun and (one := adjective_at(tokens, k - 1, actors)):
            return one[0]
        if pair and k - 1 > noun and actors.gazetteer.capitalised[tokens[k - 1].text] > 1:
            return tokens[k - 1].text  # "the Xia – Kestria Friendship Group" is of the first
        if tokens[k].capital and k + 1 < end and tokens[k + 1].text in {"–", "-"}:
            continue
        if tokens[k].capital and (found := actors.gazetteer.name(tokens, k) or adjective_at(tokens, k, actors)):
            return found[0]
    for k in range(noun + 1, end - 2):
        of_body = tokens[k].low == "of" and tokens[k - 1].low in actors.language.body_words
        if of_body and (run := state_after_of(tokens, k, actors.language)) and is_state(run[0], actors.language):
            if " of " in run[0]:
                actors.gazetteer.learn(run[0])
            else:
                actors.gazetteer.keep(run[0], run[0])
            known = actors.gazetteer.after_of(tokens, k)
            return known[0] if known else run[0]
    return None


def adjective_at(tokens: list[Token], k: int, actors: Actors) -> tuple[str, int] | None:
    """Return the state that a demonym at token `k` means, and the index after it."""
    state, end = actors.gazetteer.demonym(tokens, k)
    return (state, end) if state else None


def chairs_too(tokens: list[Token], i: int, actors: Actors) -> bool:
    """Say whether the name at token `i` is the second of those who co-chair ("co-chaired by A, Minister of Xia, and B")."""
    chaired = next(
        (k for k in range(i - 1, max(0, i - MAX_CHAIRS), -1) if tokens[k].low in actors.language.words.chaired), None
    )
    if chaired is None or any(t.text in {".", ";"} and len(b.text) > 3 for b, t in pairwise(tokens[chaired:i])):
        return False
    between = Span(tokens[chaired].start, tokens[i].start)
    return sum(p.delegate and any(between.overlaps(m) for m in p.mentions) for p in actors.persons) == 1
