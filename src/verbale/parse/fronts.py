"""What stands before a title and belongs to it: the organisation, body or portfolio; the name behind it is for `introductions`."""

from __future__ import annotations

from typing import Final

from verbale.parse.actors import Actors
from verbale.parse.gazetteer import DEMONYM_ENDING
from verbale.parse.offices import organisation_before
from verbale.parse.people import Mention
from verbale.parse.persons import canonical
from verbale.parse.titles import match_title
from verbale.parse.tokens import Token

MAX_BODY: Final = 4
"""Words of a body's name before the title of who heads it."""


def with_body_in_front(tokens: list[Token], i: int, mention: Mention, actors: Actors) -> Mention:
    """Return a mention with the name of the body before its title at token `i` ("Kestrian National Assembly Chairman Ana Brel")."""
    if not i or not mention.title or mention.definite or tokens[i - 1].low not in actors.language.body_words:
        return mention
    k = i
    while (
        k
        and i - k < MAX_BODY
        and tokens[k - 1].capital
        and tokens[k - 1].text.isalpha()
        and tokens[k].start - tokens[k - 1].end == 1
        and tokens[k - 1].text not in actors.language.starters
        and not actors.gazetteer.demonym(tokens, k - 1)[0]
    ):
        k -= 1
    if k > 1 and tokens[k - 1].low == "the" and tokens[k - 2].low in actors.language.words.at_places:
        return mention
    state = actors.gazetteer.demonym(tokens, k - 1)[0] if k and tokens[k - 1].capital else None
    words = [*(t.text for t in tokens[k:i]), mention.title]
    return mention._replace(title=" ".join(words), state=mention.state or state) if k < i else mention


def with_what_is_in_front(tokens: list[Token], i: int, mention: Mention, actors: Actors) -> Mention:
    """Return a mention with the organisation, body or portfolio that is named before its title at token `i`."""
    if not i or not mention.title or mention.definite:
        return mention
    if tokens[i - 1].text == "," and (deputy := deputy_in_front(tokens, i, actors)) and mention.state:
        return mention._replace(title=f"{deputy}, {mention.title}")
    served = with_organisation_in_front(tokens, i, mention, actors)
    if served is not mention:
        return served
    return with_portfolio_in_front(tokens, i, with_body_in_front(tokens, i, mention, actors), actors)


def deputy_in_front(tokens: list[Token], i: int, actors: Actors) -> str | None:
    """Return the office of a deputy head that ends in the comma before token `i`, of the same person ("between Vice Prime Minister, Minister of Trade of Xia Ana Brel and")."""
    words = actors.language.words
    for k in range(i - 2, max(-1, i - MAX_DEPUTY), -1):
        if tokens[k].low not in {"vice", "deputy"} or not tokens[k].capital:
            continue
        title = match_title(tokens, k, actors.language)
        alone = not k or tokens[k - 1].low in words.before_alone or tokens[k - 1].text in {".", "\n"}
        return " ".join(t.text for t in tokens[k : i - 1]) if title and alone and title.end == i - 1 else None
    return None


MAX_DEPUTY: Final = 7
"""Words of a deputy head's office and its comma."""


def with_organisation_in_front(tokens: list[Token], i: int, mention: Mention, actors: Actors) -> Mention:
    """Return a mention with the organisation named before its office at token `i` as the one served ("Harbour League Secretary-General Ana Brel")."""
    office = " ".join(canonical(mention.title or "", actors.language).split("-"))
    if mention.state or mention.definite or office not in actors.language.words.titles_of_organisations:
        return mention
    k = organisation_before(tokens, i)
    language = actors.language
    while k < i and (tokens[k].text in language.starters or tokens[k].low in language.title_modifiers):
        k += 1
    words = [t.text for t in tokens[k:i]]
    if not words or any(w.lower() in language.titles or w.lower() in language.months for w in words):
        return mention
    name = " ".join(words)
    known = actors.gazetteer.name(tokens, k)
    if known is None:
        actors.gazetteer.keep(name, name)
    return mention._replace(state=known[0] if known and known[1] == i else name)


def with_portfolio_in_front(tokens: list[Token], i: int, mention: Mention, actors: Actors) -> Mention:
    """Return a mention with the portfolio before its title at token `i` ("Kestrian Trade and Industry Minister Ana Brel")."""
    language = actors.language
    if i < 2 or not mention.title or mention.definite or mention.title_words[-1:] not in PORTFOLIO_BEHIND:
        return mention
    k = i
    while k and (
        (tokens[k - 1].capital and tokens[k - 1].low in language.departments)
        or (tokens[k - 1].text == "and" and tokens[k].low in language.departments)
    ):
        k -= 1
    while k < i and not tokens[k].capital:
        k += 1
    if k == i:
        return mention
    before = tokens[k - 1] if k and tokens[k - 1].capital else None
    state = actors.gazetteer.demonym(tokens, k - 1)[0] if before else None
    if before and state is None and DEMONYM_ENDING.search(before.text):
        state = actors.gazetteer.learn_demonym(before.text)
    words = [*(t.text for t in tokens[k:i]), mention.title]
    return mention._replace(title=" ".join(words), state=mention.state or state)


PORTFOLIO_BEHIND: Final = (("minister",), ("secretary",), ("commissioner",))
"""Last words of titles before which a portfolio may stand."""


def unlisted_title(tokens: list[Token], i: int, actors: Actors) -> str | None:
    """Return the capitalised words right before an honorific at token `i` as a title that no list has ("Raksha Mantri Shri …")."""
    k = i
    while (
        k
        and tokens[k - 1].capital
        and tokens[k - 1].text.isalpha()
        and tokens[k].start - tokens[k - 1].end == 1
        and i - k < 4
    ):
        k -= 1
    words = [t.text for t in tokens[k:i]]
    if (
        len(words) < 2
        or words[0] in actors.language.starters
        or actors.gazetteer.name(tokens, k)
        or any(w.lower() in actors.language.verbs for w in words)
    ):
        return None
    return " ".join(words)
