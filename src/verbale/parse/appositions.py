"""Offices that stand behind a name: a second one, an ambassador's, and the highest of a long apposition."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.elected import office_taken
from verbale.parse.introduced import of_institution
from verbale.parse.names import is_post_nominal
from verbale.parse.people import Mention, read_mention, titled_behind
from verbale.parse.persons import Person, canonical
from verbale.parse.titles import match_title
from verbale.parse.tokens import Token


def apposition(tokens: list[Token], i: int, actors: Actors, person: Person) -> int:
    """Take a further title after a name ("…, Secretary of the Council of X,", "… on her election as President") to the same person; return the index after it."""
    while (
        i + 2 < len(tokens)
        and tokens[i].text == tokens[i + 2].text == ","
        and is_post_nominal(tokens[i + 1].text, actors.language)
    ):
        i += 2
    taken = None if person.titles else office_taken(tokens, i, actors.language)
    if taken or (
        i + 1 < len(tokens)
        and tokens[i].text == ","
        and (
            tokens[i + 1].low == "the"
            or (
                tokens[i + 1].low == "a"
                and tokens[i + 2 : i + 3]
                and tokens[i + 2].low in actors.language.words.former_words
            )
            or tokens[i + 1].low in actors.language.titles
            or tokens[i + 1].low in actors.language.title_modifiers
            or (tokens[i + 1].capital and actors.gazetteer.demonym(tokens, i + 1)[0])
            or (tokens[i + 1].capital and tokens[i + 1].low in actors.language.departments)
        )
    ):
        mention = read_mention(tokens, taken or i + 1 + (tokens[i + 1].low == "a"), actors.language, actors.gazetteer)
        if (
            mention
            and mention.former
            and not mention.name
            and mention.title
            and tokens[mention.first - 1].low != "then"
        ):
            mention = mention._replace(title=f"former {mention.title}")
        if (
            mention
            and mention.name
            and not person.titles
            and titled_behind(tokens, mention.last, actors.language, actors.gazetteer)
        ):
            mention = read_mention(tokens, taken or i + 1, actors.language, actors.gazetteer, nameless=True)
        mention = with_charge(tokens, with_second_title(tokens, mention, actors), actors.language)
        mention = of_institution(tokens, with_state_at_end(tokens, mention, actors), actors)
        if mention and not mention.name and (sent := accredited(tokens, mention, actors)):
            mention = mention._replace(last=sent)
        ends = mention is not None and closes(tokens, mention, actors.language)
        if mention and not mention.name and ends and mention.state and states_office(person, mention, actors.language):
            person.state, person.qualified = mention.state, True
            return mention.last
        if (
            mention
            and not mention.name
            and ends
            and mention.title
            and (
                not person.titles
                or person.rank > mention.rank
                or person.titles[0].lower() in actors.language.words.birth_titles
                or (
                    person.titles[0].lower() == "ambassador" and mention.state and person.state in {None, mention.state}
                )
                or mention.title.startswith(f"{person.titles[0]} ")
            )
        ):
            person.titles.insert(0, mention.title)
            person.title_words |= set(canonical(mention.title, actors.language).split())
            person.qualified = person.qualified or (mention.state is not None and person.state is None)
            person.state = person.state or mention.state
            person.rank = min(person.rank, mention.rank)
            person.gender = person.gender or mention.gender
            return mention.last
    return i


def states_office(person: Person, mention: Mention, language: Language) -> bool:
    """Say whether a title behind a name is the one that the person had before, now with its state ("President Brel … Ana Brel, President of Xia")."""
    return (
        person.state is None
        and mention.title is not None
        and canonical(mention.title, language) in {canonical(title, language) for title in person.titles}
    )


def closes(tokens: list[Token], mention: Mention, language: Language) -> bool:
    """Say whether an office behind a name ends where it was read: before a mark or "and", with its state also before a verb or preposition ("Ana Brel, Minister of Trade of Xia met …")."""
    words = language.words
    if mention.last >= len(tokens):
        return True
    following = tokens[mention.last]
    if following.text in {",", ".", ")", "and", ";", ":"}:
        return True
    return (
        mention.state is not None
        and following.text.islower()
        and (
            following.low in words.behind_office
            or following.low in words.have | words.be
            or any(f.tense == "past" for f in language.verbs.get(following.low, ()))
        )
    )


def with_second_title(tokens: list[Token], mention: Mention | None, actors: Actors) -> Mention | None:
    """Return the title behind a name with the one that follows it ("…, Deputy Prime Minister, Minister of Trade of Xia", "…, Crown Prince and Prime Minister,")."""
    if not mention or mention.name or mention.last + 2 >= len(tokens):
        return mention
    if mention.state and tokens[mention.last - 1].low not in actors.language.titles:
        return mention
    if tokens[mention.last].low == "and" and tokens[mention.last + 1].capital:
        both = read_mention(tokens, mention.last + 1, actors.language, actors.gazetteer, nameless=True)
        if both and not both.name and both.last < len(tokens) and tokens[both.last].text == ",":
            state = mention.state or both.state
            if both.title_words[-1:] == ("diplomat",):
                return mention._replace(state=state, last=both.last)
            return mention._replace(title=f"{mention.title} and {both.title}", state=state, last=both.last)
        return mention
    if mention.state:
        return mention
    k = mention.last + 1
    joint = tokens[k - 1].low == "and"
    if (tokens[k - 1].text != "," and not joint) or not tokens[k].capital:
        return mention
    second = read_mention(tokens, k, actors.language, actors.gazetteer)
    if not second or second.name or not second.state or not second.title or second.rank > 2:
        return mention
    link = " and" if joint else ","
    return mention._replace(title=f"{mention.title}{link} {second.title}", state=second.state, last=second.last)


def with_charge(tokens: list[Token], mention: Mention | None, language: Language) -> Mention | None:
    """Return the title behind a name with what it is for, up to the mark that closes it ("…, Managing Director for Africa at the Harbour Bank, and …").

    Where somebody serves ("at the …") is passed over.
    """
    words = language.words
    if not mention or mention.name or not mention.title or mention.last + 1 >= len(tokens):
        return mention
    k = mention.last
    if tokens[k].low not in words.before_charge:
        return mention
    served = k if tokens[k].low in {"at", "in"} else None
    while (
        k < len(tokens)
        and k - mention.last < MAX_CHARGE
        and (tokens[k].capital or tokens[k].low in words.before_charge | words.linking)
    ):
        if served is None and tokens[k].low in {"at", "in"}:
            served = k
        if tokens[k].low == "and" and not (k + 1 < len(tokens) and tokens[k + 1].capital):
            break
        k += 1
    if k >= len(tokens) or tokens[k].text not in {",", ".", ")", ";"} or not tokens[k - 1].capital:
        return mention
    charge = " ".join(t.text for t in tokens[mention.last : k if served is None else served])
    return mention._replace(title=f"{mention.title} {charge}".strip(), last=k)


def with_state_at_end(tokens: list[Token], mention: Mention | None, actors: Actors) -> Mention | None:
    """Return the title behind a name with the state that ends its line ("Ana Brel MP, Minister for Trade, Kestria", "…, Republic of Kestria")."""
    if mention and not mention.name and not mention.state and tokens[mention.last : mention.last + 1]:
        found = actors.gazetteer.name(tokens, mention.last + 1) if mention.last + 2 < len(tokens) else None
        if (
            found
            and tokens[mention.last].text == ","
            and tokens[found[1] : found[1] + 1]
            and tokens[found[1]].text == "."
        ):
            return mention._replace(state=found[0], last=found[1])
    if not mention or mention.name or mention.state or len(tokens) - mention.last not in range(2, MAX_LINE):
        return mention
    if tokens[mention.last].text != ",":
        return mention
    for k in range(mention.last + 1, len(tokens)):
        found = actors.gazetteer.name(tokens, k)
        if found and found[1] == len(tokens):
            return mention._replace(state=found[0], last=found[1])
        if not tokens[k].capital and tokens[k].low not in actors.language.words.linking:
            break
    return mention


MAX_LINE: Final = 8
"""Words of a state's formal name at the end of a line."""


MAX_CHARGE: Final = 14
"""Words of what an office is for and where it is."""


def accredited(tokens: list[Token], mention: Mention, actors: Actors) -> int | None:
    """Return the index behind the state to which an ambassador is sent ("…, Kestrian Ambassador to the Republic of Orvland, called …")."""
    k = mention.last
    if k + 1 >= len(tokens) or tokens[k].low != "to" or actors.language.words.envoys.isdisjoint(mention.title_words):
        return None
    near = range(k + 1, min(k + 6, len(tokens)))
    return next((found[1] for n in near if (found := actors.gazetteer.name(tokens, n))), None)


def office_behind(tokens: list[Token], i: int, actors: Actors) -> Mention | None:
    """Return the highest office in the long apposition that opens at token `i` and ends in a comma before a verb ("…, member of the Board and Minister of …, met")."""
    best: Mention | None = None
    for k in range(i + 1, min(len(tokens) - 1, i + 40)):
        if tokens[k].text == "." and len(tokens[k - 1].text) > 3:
            return None
        if tokens[k].text == "," and any(f.tense == "past" for f in actors.language.verbs.get(tokens[k + 1].low, ())):
            return best._replace(last=k) if best else None
        of_another = k > 1 and tokens[k - 1].low == "the" and tokens[k - 2].low in {"of", "to"}
        if match_title(tokens, k, actors.language) and tokens[k - 1].text not in {".", "-"} and not of_another:
            found = read_mention(tokens, k, actors.language, actors.gazetteer)
            if found and not found.name and found.title and found.rank < 3 and (best is None or found.rank < best.rank):
                best = found
    return None
