"""Registers the persons whom the running text introduces by title, name and apposition; bare names and titles are for `bare`."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.appositions import accredited, apposition, closes, office_behind, with_charge, with_second_title
from verbale.parse.counterpartlists import counterparts_of_states
from verbale.parse.counterparts import (
    behind_counterpart,
    counterpart,
    host_before,
    listed_counterparts,
    origin_before,
    visits,
)
from verbale.parse.delegations import act_for, led_by_name, take_delegation
from verbale.parse.elected import office_taken
from verbale.parse.fronts import unlisted_title, with_what_is_in_front
from verbale.parse.headships import heads_diplomacy, leader_before, leader_behind, one_name
from verbale.parse.honorifics import skip_honorifics
from verbale.parse.introduced import in_seat, of_institution
from verbale.parse.inturn import named_in_turn
from verbale.parse.listed import state_in_brackets
from verbale.parse.names import read_name, skip_post_nominals
from verbale.parse.people import Mention, read_mention, titled_behind
from verbale.parse.persons import Person
from verbale.parse.plurals import read_sharing
from verbale.parse.streams import Stream
from verbale.parse.titles import inside_title, match_title
from verbale.parse.tokens import Token
from verbale.span import Span

LONG_NAME: Final = 3
"""Words of a name that has more than most: with that of a house in it, it is two names ("at Norr Palace Ana Brel, Minister …")."""


def read_stream(stream: Stream) -> None:
    """Register the persons whom a stretch of text presents."""
    tokens, actors, headline = stream.tokens, stream.actors, stream.headline
    language = actors.language
    told = actors.text[tokens[0].start : tokens[-1].end].lower().replace("\n", " ") if tokens else ""
    spoken_of = any(map(told.__contains__, language.words.opposites)) or "opposite number" in told
    brackets = "(" in told
    leading = any(f"{word} of " in told for word in language.headships)
    several = "delegations of" in told or (
        any(map(told.__contains__, language.plural_titles)) and any(f"{p} of " in told for p in language.plural_titles)
    )
    heading = ", who " in told and any(f", who {word} the " in told for word in language.words.heading)
    paired = ". the " in told and " and " in told
    behind = 0
    before: Mention | None = None
    for i in stream.candidates:
        if i < behind or inside_title(tokens, i, language):
            continue
        if (((i == 0 and paired) or several) and (end := named_in_turn(tokens, i, actors))) or (
            tokens[i].low in language.plural_titles and (end := read_sharing(tokens, i, actors))
        ):
            behind = end
            continue
        if spoken_of and (end := listed_counterparts(tokens, i, actors) or counterparts_of_states(tokens, i, actors)):
            behind = end
            continue
        if (leading and (end := leader_before(tokens, i, actors) or leader_behind(tokens, i, actors))) or (
            heading and tokens[i].capital and (end := heads_diplomacy(tokens, i, actors))
        ):
            behind = end
            continue
        mention = stream.mention(i) if i in stream.openings else None
        if (
            mention
            and mention.name
            and not mention.title
            and spoken_of
            and (end := behind_counterpart(tokens, i, actors))
        ):
            behind = end
        elif mention and mention.name:
            behind = mention.last
            if (mention.title == "PM" and i and tokens[i - 1].text.isdigit()) or actors.is_initials(mention.name):
                continue
            if mention.title and (own := without_house(tokens, i, mention, actors)):
                mention = own
            office = unlisted_title(tokens, i, actors) if i and not mention.title else None
            if spoken_of and not mention.state and (of := origin_before(tokens, i, actors)):
                mention = mention._replace(state=of)
            plain = mention.title
            mention = with_what_is_in_front(tokens, i, mention, actors)
            if office:
                mention = mention._replace(title=office, title_words=tuple(office.lower().split()), rank=2)
            if headline and no_name(tokens, mention, actors):
                continue
            whole = office or (mention.title if mention.title != plain else None)
            before, person = present(tokens, i, mention, before, actors)
            for words in shortened(whole, office) if whole else ():
                actors.offices.setdefault(words[0], []).append((words, person))
            behind = act_for(tokens, i, apposition(tokens, mention.last, actors, person), person, actors)
        elif (spoken_of and i in stream.openings and (end := counterpart(tokens, i, actors))) or (
            not mention
            and name_may_begin(tokens, i, language)
            and (
                end := (brackets and state_in_brackets(tokens, i, actors))
                or (spoken_of and beside_office(tokens, i, actors, headline=headline))
                or (spoken_of and behind_counterpart(tokens, i, actors))
                or name_before_title(tokens, i, actors, headline=headline)
                or led_by_name(tokens, i, actors)
            )
        ):
            behind = end


def no_name(tokens: list[Token], mention: Mention, actors: Actors) -> bool:
    """Say whether what follows a title in a headline is no name: that of a bank ("PRESIDENT NORR HARBOUR BANK CALLS ON …"), or the headline's further words."""
    bank = mention.last < len(tokens) and tokens[mention.last].low in actors.language.body_words
    return bank or (len(mention.name) > 3 and bool(actors.by_title(mention)) and not actors.find(mention))


def without_house(tokens: list[Token], i: int, mention: Mention, actors: Actors) -> Mention | None:
    """Return a mention without the title at token `i` that is part of a house's name ("at the Office of the President Ms Ana Brel, Director of …"), else `None`."""
    the = i if tokens[i].low == "the" else i - 1
    if the < LONG_NAME or tokens[the].low != "the" or tokens[the - 1].low != "of" or not mention.name_span:
        return None
    housed = tokens[the - 2].capital and tokens[the - 2].low in actors.language.hall_words
    if not housed or mention.last >= len(tokens) or tokens[mention.last].text != ",":
        return None
    return mention._replace(span=mention.name_span, title=None, title_words=(), rank=3, state=None)


def shortened(title: str, office: str | None) -> list[tuple[str, ...]]:
    """Return the words of an office that no list has, and those of a body's head with the body's name cut short ("Council President")."""
    words = tuple(title.split())
    return [words] if office else [words[n:] for n in range(len(words) - 1)]


def present(
    tokens: list[Token], i: int, mention: Mention, before: Mention | None, actors: Actors
) -> tuple[Mention, Person]:
    """Register the person of a named mention at token `i`; return him with the mention, what stands around it included."""
    words = actors.language.words
    word = tokens[i - 1].low if i else ""
    if word in words.former_words:
        mention = mention._replace(former=True)
    shared = word == "and" and mention.definite and mention.title and before is not None and before.last >= i - 3
    last = mention.title.lower().split()[-1] if mention.title else ""
    of_states = last in words.countries_between or last in words.bodies_of_many
    if before and shared and mention.state is None and not of_states:
        mention = mention._replace(state=before.state)
    person = actors.add(mention)
    led = (tokens[i - 2].low, word) if i > 1 else ("", "")
    person.opposite = person.opposite or word in words.opposites or (word == "," and led[0] in words.opposites)
    person.chairs = person.chairs or led in {
        ("chairmanship", "of"),
        ("chaired", "by"),
        ("co-chaired", "by"),
        ("hosted", "by"),
    }
    take_delegation(tokens, i, mention.last, person, actors)
    person.visiting = person.visiting or mention.visiting or word == "visiting" or visits(tokens, mention.last)
    return mention, person


def beside_office(tokens: list[Token], i: int, actors: Actors, *, headline: bool) -> int | None:
    """Register a counterpart at token `i` whose own office stands behind the name ("his colleague Ana Brel, Minister of Trade of Xia"); return the index after it."""
    if not i or tokens[i - 1].low not in actors.language.words.opposites:
        return None
    end = name_before_title(tokens, i, actors, headline=headline)
    if end:
        actors.persons[-1].opposite = True
    return end


def name_may_begin(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether a name of two words and more can begin at token `i`, by the word itself and the next."""
    if i + 2 >= len(tokens):
        return False
    token, following = tokens[i], tokens[i + 1]
    if token.low in language.honorific_openers:
        return token.low != "the" or (token.low, following.low) in language.honorific_phrases
    return token.low != token.text and (
        (following.text == "," and (tokens[i + 2].low == "the" or tokens[i + 2].low in language.titles))
        or following.capital
        or following.low != following.text
        or following.text == "."
        or following.low in language.name_particles
    )


def office_apart(tokens: list[Token], i: int, start: int, mention: Mention, actors: Actors) -> Mention | None:
    """Return the office that is read at token `start` with the name behind it as that of the one named at token `i`, where that name is another's.

    It has a title of its own, or the first is whose invitation it was ("At the invitation of Ana Brel, President of Xia, Premier Jon Harl …").
    """
    if not mention.state:
        return None
    office = read_mention(tokens, start, actors.language, actors.gazetteer, nameless=True)
    if not office or not office.state or office.last + 2 >= len(tokens) or tokens[office.last].text != ",":
        return None
    titled = match_title(tokens, office.last + 1, actors.language) and tokens[office.last + 1].capital
    return office if titled or invites(tokens, i) else None


def invites(tokens: list[Token], i: int) -> bool:
    """Say whether whoever is named at token `i` is the one at whose invitation somebody came."""
    return i > 1 and tokens[i - 1].low == "of" and tokens[i - 2].low == "invitation"


def apposed_too(tokens: list[Token], mention: Mention, language: Language) -> bool:
    """Say whether the name behind a title and a comma has an article and a title of its own, so that the first is that of who is named before ("Ana Brel, the President of Xia, Jon Harl, the …")."""
    k = mention.last
    told = mention.state and k + 2 < len(tokens) and tokens[k].text == "," and tokens[k + 1].low == "the"
    return bool(told and match_title(tokens, k + 2, language))


def name_before_title(tokens: list[Token], i: int, actors: Actors, *, headline: bool) -> int | None:
    """Register "NAME, [the] [demonym] TITLE [of STATE]" at token `i`; return the index after it."""
    language = actors.language
    start, honorifics = skip_honorifics(tokens, i, language)
    end = read_name(tokens, start, language, headline=headline)
    if in_seat(tokens, i, end, actors):
        return None
    named = end
    end = skip_post_nominals(tokens, end, language)
    single = named - start == 1 and one_name(tokens, i, start, actors)
    if (named - start < 2 and not single) or end + 1 >= len(tokens):
        return None
    taken = office_taken(tokens, end, language)
    dashed = tokens[end].text in {"–", "—"} and tokens[end].start > tokens[end - 1].end
    if tokens[end].text not in {",", "("} and not taken and not dashed:
        return None
    behind = i and not honorifics and (tokens[i - 1].low == "the" or tokens[i - 1].low in language.place_words)
    led = (
        tokens[i - 1].low == "of" and i > 1 and tokens[i - 2].text.islower()
    )  # "under the chairmanship of Ana Brel, …"
    addressed = (
        behind
        and (led or tokens[i - 1].low in language.words.sent_to)
        and actors.gazetteer.metonym(tokens, start) is None
    )
    dated = (
        start == 0 and tokens[end + 1].text == "The"
    )  # "Port Sable, The Minister of Trade, Ana Brel, met": a dateline without a dash
    if actors.gazetteer.name(tokens, start) or (behind and not addressed) or dated:
        return None
    placed = named - start > LONG_NAME or (i and (tokens[i - 1].capital or tokens[i - 1].low in language.place_words))
    if placed and not language.hall_words.isdisjoint(t.low for t in tokens[start : named - 1]):
        return None
    once = tokens[end + 1].low == "a" and tokens[min(end + 2, len(tokens) - 1)].low in language.words.former_words
    mention = read_mention(tokens, taken or end + 1 + once, language, actors.gazetteer)
    if (
        mention
        and mention.name
        and (titled_behind(tokens, mention.last, language, actors.gazetteer) or apposed_too(tokens, mention, language))
    ):
        mention = read_mention(tokens, taken or end + 1, language, actors.gazetteer, nameless=True)
    elif mention and mention.name and (office := office_apart(tokens, i, taken or end + 1 + once, mention, actors)):
        mention = office
    mention = with_charge(tokens, with_second_title(tokens, mention, actors), language)
    mention = of_institution(tokens, mention, actors)
    if mention and not mention.name and (sent := accredited(tokens, mention, actors)):
        mention = mention._replace(last=sent)
    plain = mention and not mention.name and mention.title and (mention.rank < 3 or honorifics or mention.state)
    if not plain or (mention and not closes(tokens, mention, language)):
        mention = office_behind(tokens, end, actors) if i == 0 or tokens[i - 1].text == "." else None
    if not mention or not closes(tokens, mention, language):
        return None
    if mention.former and mention.title and "former" in {t.low for t in tokens[end + 1 : end + 4]}:
        mention = mention._replace(title=f"former {mention.title}")
    if (addressed or single) and not (mention.title and mention.state):
        return None
    name = tuple(t.text for t in tokens[start:named])
    span = Span(tokens[i].start, tokens[named - 1].end)
    person = actors.add(
        Mention(
            span,
            name,
            Span(tokens[start].start, span.end),
            mention.title,
            mention.title_words,
            mention.rank,
            mention.state,
            mention.gender,
            i,
            mention.last,
        )
    )
    host_before(tokens, i, actors)
    take_delegation(tokens, i, mention.last, person, actors)
    return act_for(tokens, i, mention.last, person, actors)
