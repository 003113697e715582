"""What a noun phrase at a token stands for: a person, a party, the sides together, a pronoun; it reads no verb.

Forms are those of sections 1, 5 and 6 of docs/genre.md: names, titles with and without nationality, honorifics, roles,
"the two sides", two names joined, states and their capitals.
"""

from __future__ import annotations

from typing import Final

from verbale.parse.actors import Actors, Person, Reference, canonical
from verbale.parse.people import ARTICLED, Mention, match_title, read_mention
from verbale.parse.tokens import Token, follows

DETERMINERS: Final = frozenset({"the", "these", "all", "our", "both", "his", "her", "their", "its"})
POSSESSIVE: Final = frozenset({"'s", "’s", "'", "’"})
PRONOUNS: Final = frozenset({"he", "she", "it", "we", "they"})


def unknown_pair(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return two names that nothing in the document explains ("Moscow and Belport") as the sides, for capitals used as names."""
    k = i
    for _ in range(2):
        begin = k
        while (
            k < len(tokens)
            and tokens[k].capital
            and k - begin < 3
            and tokens[k].text not in actors.language.starters
            and tokens[k].low not in actors.language.titles
        ):
            k += 1
        if k == begin or k >= len(tokens):
            return None
        if begin == i:
            if tokens[k].low != "and":
                return None
            k += 1
    return Reference("joint", i, k, (), (), "pair", "capitals")


def possessive(tokens: list[Token], k: int) -> bool:
    """Say whether the token at `k` makes a possessor of the words before it."""
    return k < len(tokens) and tokens[k].text in POSSESSIVE and tokens[k].start == tokens[k - 1].end


REFERENCE_OPENERS: Final = (
    DETERMINERS | PRONOUNS | {"each", "neither", "either", "this", "leaders", "participants", "ministers", "sides"}
)


def opens_reference(token: Token) -> bool:
    """Say whether a noun phrase that stands for somebody can begin with a word: most words need no closer look."""
    return token.capital or token.low in REFERENCE_OPENERS or (token.mixed and bool(ARTICLED.match(token.text)))


def reference(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return what the noun phrase at token `i` stands for, coordinated phrases taken together; `None` for any other."""
    if i >= len(tokens):
        return None
    first = simple(tokens, i, actors)
    if first is None or first.kind in {"joint", "pronoun", "first", "body"}:
        return first
    return coordinated(tokens, first, actors) or first


def coordinated(tokens: list[Token], first: Reference, actors: Actors) -> Reference | None:
    """Return "A and B", "A, B and C" as the sides together, where every member stands for somebody."""
    members = [first]
    k = first.last
    closed = False
    while k + 1 < len(tokens) and not closed:
        if tokens[k].low in {"and", "&"}:
            closed, k = True, k + 1
        elif tokens[k].text == ",":
            k += 2 if tokens[k + 1].low == "and" else 1
            closed = tokens[k - 1].low == "and"
        else:
            break
        following = simple(tokens, k, actors) if k < len(tokens) else None
        if following is None or following.kind not in {"person", "party", "role"}:
            return None
        members.append(following)
        k = following.last
    if not closed or possessive(tokens, k):
        return None
    persons = tuple(p for m in members for p in m.persons[:1])
    parties = tuple(p for m in members for p in m.parties)
    return Reference("joint", first.first, k, persons, parties, "pair", "")


def simple(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return what the noun phrase at token `i` stands for, up to its head."""
    token = tokens[i]
    low = token.low
    if low in {"he", "she", "it"} and token.text != "HE":
        return Reference("pronoun", i, i + 1, how="pronoun", word=low)
    if low == "we" or token.text == "I":
        found = (
            joint_phrase(tokens, i + 2, actors)
            if low == "we" and i + 2 < len(tokens) and tokens[i + 1].text == ","
            else None
        )
        if found:
            end = found.last + 1 if found.last < len(tokens) and tokens[found.last].text == "," else found.last
            return Reference("joint", i, end, (), (), "we", "we")
        return Reference("first", i, i + 1, how="pronoun", word=low)
    if low == "they":
        return Reference("joint", i, i + 1, (), (), "pronoun", "they")
    if not opens_reference(token):
        return None
    if low == "both" and i + 1 < len(tokens):
        pair = reference(tokens, i + 1, actors)
        if pair and pair.kind == "joint" and pair.how == "pair":
            return Reference("joint", i, pair.last, pair.persons, pair.parties, "pair", "both")
    return (
        joint_phrase(tokens, i, actors)
        or person(tokens, i, actors)
        or party(tokens, i, actors)
        or body(tokens, i, actors)
    )


def joint_phrase(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return "the two sides", "both", "the prime ministers", "the Kestrian and Norvanian presidents", "Leaders" at token `i`."""
    language = actors.language
    if i >= len(tokens):
        return None
    k = i
    determined = tokens[k].low in DETERMINERS or tokens[k].low in {"each", "neither", "either"}
    if tokens[k].low in {"his", "her", "its"}:
        return None
    each = tokens[k].low in {"each", "neither", "either"}
    if determined:
        k += 1
        if k < len(tokens) and tokens[k].low in {"the", "of"} and tokens[k - 1].low in {"all", "both", "each"}:
            k += 1
    parties: list[str] = []
    counted = False
    while k < len(tokens):
        word = tokens[k]
        if (word.low in language.joint_heads and not (each and word.low.endswith("s"))) or (
            each and word.low in {"side", "party", "leader"}
        ):
            return joint_head(tokens, i, k, actors, parties, determined=determined or counted)
        if word.low in language.joint_modifiers or word.text.isdigit() or word.low in {"main", "fellow", "other"}:
            counted = counted or word.low in language.numbers_words or word.low == "all"
            k += 1
            continue
        named, end = actors.gazetteer.demonym(tokens, k)
        if named and end < len(tokens) and (determined or parties):
            parties.append(named)
            k = end + 1 if tokens[end].low == "and" or tokens[end].text == "," else end
            if k < len(tokens) and tokens[k - 1].text == "," and tokens[k].low == "and":
                k += 1
            continue
        break
    if (
        (tokens[i].low == "both" and k == i + 1)
        or (determined and k == i + 2 and tokens[i + 1].low in language.pairs)
        or (determined and k == i + 1 and k < len(tokens) and tokens[k].low in {"pair", "duo", "trio"})
    ):
        end = k + 1 if k < len(tokens) and tokens[k].low in {"pair", "duo", "trio"} else k
        if end < len(tokens) and not possessive(tokens, end) and tokens[end].low not in {"of", "-"}:
            return Reference("joint", i, end, (), (), "pronoun", tokens[i].low)
    return None


def joint_head(
    tokens: list[Token], i: int, k: int, actors: Actors, parties: list[str], *, determined: bool
) -> Reference | None:
    """Return the sides named by the plural head at token `k` of a phrase that begins at `i`, or `None` where it is a possessor."""
    language = actors.language
    head = tokens[k].low
    end = k + 1
    if possessive(tokens, end):
        following = tokens[end + 1].low if end + 1 < len(tokens) else ""
        if following in language.joint_heads:
            head, end = following, end + 2
        else:
            return None
    if end < len(tokens) and (
        phrase := next((p for p in language.joint_of.get(tokens[end].low, ()) if follows(tokens, end, p)), None)
    ):
        end += len(phrase)
    if end + 1 < len(tokens) and tokens[end].low == "of":
        following_end = end + 1
        while following_end < len(tokens) and (
            actors.gazetteer.name(tokens, following_end)
            or tokens[following_end].low
            in {"the", "and", "two", "both", "countries", "states", "nations", "all", "three", "member"}
            or (
                tokens[following_end].text == ","
                and following_end + 1 < len(tokens)
                and actors.gazetteer.name(tokens, following_end + 1)
            )
        ):
            named = actors.gazetteer.name(tokens, following_end)
            if named:
                parties.append(named[0])
            following_end = named[1] if named else following_end + 1
        end = following_end if following_end > end + 1 else end
    if not determined and not (i == 0 or tokens[i].capital) and not parties:
        return None
    if not determined and head in {
        "men",
        "women",
        "nations",
        "states",
        "countries",
        "governments",
        "members",
        "chiefs",
        "teams",
        "capitals",
    }:
        return None
    if end < len(tokens) and tokens[end].low == "in" and tokens[end - 1].low == "men":
        return None
    return Reference(
        "joint", i, end, (), tuple(parties) if len(parties) > 1 else (), "title" if head != "sides" else "sides", head
    )


def person(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return the person or persons whom a title, name, honorific or role at token `i` can mean."""
    language = actors.language
    if tokens[i].low == "our" and i + 1 < len(tokens) and (own := match_title(tokens, i + 1, language)):
        held = [p for p in actors.persons if any(canonical(t) == canonical(" ".join(own.words)) for t in p.titles)]
        return (
            Reference("person", i, own.end, tuple(held), (), "title", "bare")
            if held and not possessive(tokens, own.end)
            else None
        )
    if tokens[i].capital or tokens[i].low in DETERMINERS:
        mention = read_mention(tokens, i, language, actors.gazetteer)
        if mention and (found := from_mention(tokens, mention, actors)) and (found.persons or found.how == "name"):
            return found
    if actors.offices and tokens[i].text in actors.offices:
        for office, holder in actors.offices[tokens[i].text]:
            if tuple(t.text for t in tokens[i : i + len(office)]) == office and not possessive(tokens, i + len(office)):
                return Reference("person", i, i + len(office), (holder,), (), "title", "bare")
    named, end = actors.name_at(tokens, i)
    if named:
        return None if possessive(tokens, end) else Reference("person", i, end, tuple(named), (), "name", "")
    for phrase in language.honorific_references.get(tokens[i].low, ()):
        if tuple(t.text for t in tokens[i : i + len(phrase)]) == phrase or (
            i == 0
            and tuple(t.low for t in tokens[: len(phrase)]) == tuple(w.lower() for w in phrase)
            and tokens[0].capital
        ):
            end = i + len(phrase)
            if possessive(tokens, end):
                return None
            return Reference("role", i, end, tuple(honoured(phrase, actors)), (), "honorific", phrase[-1].lower())
    return role(tokens, i, actors)


def from_mention(tokens: list[Token], mention: Mention, actors: Actors) -> Reference | None:
    """Return the reference that a mention makes, by its name where it has one."""
    if mention.name:
        known = actors.find(mention)
        end = mention.last
        if possessive(tokens, end):
            return None
        return Reference("person", mention.first, end, (known,) if known else (), (), "name", "")
    end = mention.last
    if possessive(tokens, end) or (end < len(tokens) and tokens[end].text == "-"):
        return None
    if canonical(mention.title or "").startswith("head of ") and mention.state is None:
        return None
    found = actors.by_title(mention)
    if not found and not mention.definite and mention.state is None:
        return None
    if end < len(tokens) and tokens[end].capital and tokens[end].start - tokens[end - 1].end == 1:
        names, after = actors.name_at(tokens, end)
        if names:
            return Reference("person", mention.first, after, tuple(names), (), "name", "")
    return Reference(
        "person",
        mention.first,
        end,
        tuple(found),
        (),
        "title",
        (
            "visiting "
            if mention.visiting
            else "bare "
            if not mention.definite and mention.state is None
            else "proper "
            if mention.state is None and (mention.title or "a")[0].isupper()
            else ""
        )
        + (mention.title or "").lower(),
    )


def honoured(phrase: tuple[str, ...], actors: Actors) -> list[Person]:
    """Return the persons of whom an honorific such as "His Majesty" or "Head of State" is true."""
    words = " ".join(phrase).lower()
    gender = "male" if words.startswith("his") else "female" if words.startswith("her") else None
    wanted = {
        "majesty": {"king", "queen", "sultan", "emperor"},
        "highness": {"prince", "princess", "emir", "amir", "crown"},
        "state": {"president", "king", "queen", "emir", "sultan", "chairman"},
        "government": {"minister", "premier", "chancellor"},
    }
    heads = wanted.get(words.split()[-1], set())
    pool = [p for p in actors.persons if p.rank == 1 and (gender is None or p.gender in {None, gender})]
    fitting = [p for p in pool if p.title_words & heads]
    return fitting or pool


def role(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return "the Kestrian leader", "the visiting leader", "his host", "the Norvanian side" at token `i`."""
    language = actors.language
    if tokens[i].low not in DETERMINERS or tokens[i].low in {"these", "all", "our", "both"}:
        return None
    k = i + 1
    modifiers: list[str] = []
    state: str | None = None
    while k < len(tokens) and k - i < 6:
        if tokens[k].low in language.role_heads and not (
            k + 1 < len(tokens) and tokens[k + 1].low in language.role_heads
        ):
            break
        named, end = actors.gazetteer.demonym(tokens, k)
        if named:
            state, k = named, end
        elif (
            tokens[k].low in language.title_modifiers
            or tokens[k].low in language.joint_modifiers
            or tokens[k].low in language.role_heads
        ):
            modifiers.append(tokens[k].low)
            k += 1
        else:
            return None
    if k >= len(tokens) or tokens[k].low not in language.role_heads or possessive(tokens, k + 1):
        return None
    head = tokens[k].low
    end = k + 1
    if tokens[k - 1].text == "-" or (head in {"head", "chief"} and end < len(tokens) and tokens[end].low == "of"):
        after = tuple(t.low for t in tokens[k : k + 3])
        if after not in {("head", "of", "state"), ("head", "of", "government")}:
            return None
        end = k + 3
    if head == "side":
        return Reference("party", i, end, (), (state,), "side", "side") if state else None
    if (
        not state
        and not modifiers
        and head in {"official", "head", "chief", "politician", "diplomat", "envoy", "side"}
        and tokens[i].low == "the"
        and not actors.persons
    ):
        return None
    pool = [p for p in actors.persons if not state or p.state == state]
    return Reference("role", i, end, tuple(pool), (), "role", " ".join([*modifiers, head]))


def party(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return the state or organisation at token `i`, by name, as "the … government", or by its seat."""
    language = actors.language
    k = i + 1 if tokens[i].low == "the" and i + 1 < len(tokens) else i
    if (
        tokens[k].low == "government"
        and (governed := actors.gazetteer.after_of(tokens, k + 1))
        and not possessive(tokens, governed[1])
    ):
        return Reference("party", i, governed[1], (), (governed[0],), "side", "government")
    named = actors.gazetteer.name(tokens, k)
    if named:
        name, end = named
        if end < len(tokens) and tokens[end].text == "." and "." in tokens[end - 1].text:
            end += 1
        if possessive(tokens, end):
            return (
                Reference("party", i, end + 2, (), (name,), "side", "")
                if end + 1 < len(tokens) and tokens[end + 1].low in language.party_heads
                else None
            )
        if end < len(tokens) and tokens[end].low in language.party_heads:
            return Reference("party", i, end + 1, (), (name,), "side", tokens[end].low)
        if (
            end < len(tokens)
            and tokens[end].start > tokens[end - 1].end
            and tokens[end].capital
            and tokens[end].low not in actors.language.months
            and tokens[end].text not in actors.language.starters
        ):
            return None
        return Reference("party", i, end, (), (name,), "name", "")
    if k > i:
        adjective, end = actors.gazetteer.demonym(tokens, k)
        if (
            adjective
            and end < len(tokens)
            and tokens[end].low in language.party_heads
            and not possessive(tokens, end + 1)
        ):
            return Reference("party", i, end + 1, (), (adjective,), "side", tokens[end].low)
    seat = actors.gazetteer.metonym(tokens, k)
    if seat and not possessive(tokens, seat[1]):
        return Reference("party", i, seat[1], (), (seat[0],), "metonym", "")
    return None


def body(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return a document or a body that meets, at token `i` ("The joint statement", "The Summit"): the sides speak in it."""
    if tokens[i].low not in {"the", "this"}:
        return None
    k = i + 1
    while (
        k < len(tokens)
        and k - i < 7
        and (
            tokens[k].capital or tokens[k].low in {"joint", "press", "final", "adopted", "signed", "outcome", "leaders"}
        )
        and tokens[k].low not in actors.language.joint_bodies
    ):
        k += 1
    while (
        k + 1 < len(tokens)
        and tokens[k].low in actors.language.joint_bodies
        and tokens[k + 1].low in actors.language.joint_bodies
    ):
        k += 1
    if k < len(tokens) and tokens[k].low in actors.language.joint_bodies and not possessive(tokens, k + 1):
        proper = (tokens[k].capital and tokens[k].low in {"meeting", "session"}) or (
            tokens[k].capital
            and tokens[k].low
            in {"authority", "assembly", "bureau", "council", "committee", "commission", "conference", "forum", "board"}
        )
        if (tokens[k].low in {"meeting", "session", "forum"} and not tokens[k].capital) or (
            proper and tokens[k].low not in actors.titled and tokens[k].low not in {"meeting", "session"}
        ):
            return None
        return Reference("body", i, k + 1, (), (), "body", tokens[k].low)
    return None
