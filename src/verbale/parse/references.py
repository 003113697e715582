"""What a noun phrase at a token stands for: a person, a party, the sides together, a pronoun; it reads no verb.

Forms are those of sections 1, 5 and 6 of docs/genre.md: names, titles with and without nationality, honorifics, roles,
"the two sides", two names joined, states and their capitals.
"""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.jointphrases import joint_phrase, possessive, unknown_pair
from verbale.parse.names import ARTICLED
from verbale.parse.people import Mention, read_mention
from verbale.parse.persons import Person, Reference, canonical
from verbale.parse.roles import body, party, role
from verbale.parse.selves import who_alone, who_we_are
from verbale.parse.titles import match_title
from verbale.parse.tokens import Token


def opens_reference(token: Token, language: Language) -> bool:
    """Say whether a noun phrase that stands for somebody can begin with a word: most words need no closer look."""
    low = token.low
    return token.capital or low in language.referring or (low != token.text and bool(ARTICLED.match(token.text)))


def reference(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return what the noun phrase at token `i` stands for, coordinated phrases taken together; `None` for any other."""
    if i >= len(tokens):
        return None
    if actors.speaking_for and (spoken := actors.speaking_for.get(tokens[i].start)):
        end = next((k for k in range(i + 1, len(tokens)) if tokens[k].start >= spoken[0]), len(tokens))
        return Reference("person", i, end, (spoken[1],), (), "title", "spokesperson")
    first = simple(tokens, i, actors)
    if first is None or first.kind in {"first", "body"}:
        return first
    if first.kind == "joint":
        return with_one_more(tokens, first, actors) or first
    if first.kind == "pronoun" and (first.word == "it" or tokens[min(first.last, len(tokens) - 1)].low != "and"):
        return first
    pair = coordinated(tokens, first, actors)
    if pair is None and first.how == "metonym" and first.last < len(tokens) and tokens[first.last].low == "and":
        pair = unknown_pair(tokens, i, actors)
    return pair or first


def theirs(tokens: list[Token], k: int, actors: Actors) -> Reference | None:
    """Return "his counterparts", "her two Kestrian colleagues" at token `k`: with the one before it they are the sides."""
    if tokens[k].low not in {"his", "her"}:
        return None
    near = range(k + 1, min(k + MAX_THEIRS, len(tokens) - 1))
    head = next((n for n in near if tokens[n].low in actors.language.counterparts), None)
    if head is None or possessive(tokens, head + 1) or not all(t.text.isalnum() for t in tokens[k:head]):
        return None
    return Reference("joint", k, head + 1, (), (), "title", tokens[head].low)


MAX_THEIRS: Final = 5
"""Words from "his" to "counterparts"."""


def with_one_more(tokens: list[Token], first: Reference, actors: Actors) -> Reference | None:
    """Return "the Ministers and the Secretary" as the sides together: holders of one title, and one of another."""
    k = first.last
    if first.how != "title" or first.persons or k + 1 >= len(tokens) or tokens[k].low != "and":
        return None
    other = simple(tokens, k + 1, actors)
    if not other or other.kind != "person" or not other.persons or possessive(tokens, other.last):
        return None
    return first._replace(last=other.last)


def coordinated(tokens: list[Token], first: Reference, actors: Actors) -> Reference | None:
    """Return "A and B", "A, B and C", "the Secretary and the Ministers" as the sides together, where every member stands for somebody."""
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
        following = (simple(tokens, k, actors) or theirs(tokens, k, actors)) if k < len(tokens) else None
        plural = following is not None and following.kind == "joint" and following.how == "title" and closed
        if following is None or not (plural or following.kind in {"person", "party", "role"}):
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
    if low in actors.language.words.singular_pronouns and token.text != "HE":
        return Reference("pronoun", i, i + 1, how="pronoun", word=low)
    if low == "we" or token.text == "I":
        found = (
            joint_phrase(tokens, i + 2, actors)
            if low == "we" and i + 2 < len(tokens) and tokens[i + 1].text == ","
            else None
        )
        if (
            low == "we"
            and not (found and who_alone(tokens, found.last, actors.language))
            and (verb := who_we_are(tokens, i, actors.language))
        ):
            return Reference("joint", i, verb, (), (), "we", "we")
        if found:
            end = found.last + 1 if found.last < len(tokens) and tokens[found.last].text == "," else found.last
            return Reference("joint", i, end, (), (), "we", "we")
        return Reference("first", i, i + 1, how="pronoun", word=low)
    if low == "they":
        return Reference("joint", i, i + 1, (), (), "pronoun", "they")
    if not opens_reference(token, actors.language):
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


def person(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return the person or persons whom a title, name, honorific or role at token `i` can mean."""
    language = actors.language
    if tokens[i].low == "our" and i + 1 < len(tokens) and (own := match_title(tokens, i + 1, language)):
        held = [
            p
            for p in actors.persons
            if any(canonical(t, language) == canonical(" ".join(own.words), language) for t in p.titles)
        ]
        return (
            Reference("person", i, own.end, tuple(held), (), "title", "bare")
            if held and not possessive(tokens, own.end)
            else None
        )
    if tokens[i].capital or tokens[i].low in language.words.determiners or tokens[i].low in language.words.qualifiers:
        mention = read_mention(tokens, i, language, actors.gazetteer)
        if mention and (found := from_mention(tokens, mention, actors)) and (found.persons or found.how == "name"):
            return found
    if tokens[i].capital and (headed := head_of_body(tokens, i, actors)):
        return headed
    if actors.offices:
        k = i + 1 if tokens[i].low == "the" and i + 1 < len(tokens) else i
        if (office := actors.office_at(tokens, k)) and not possessive(tokens, office[1]):
            return Reference("person", i, office[1], (office[0],), (), "title", "bare")
    named, end = actors.name_at(tokens, i)
    if named:
        return None if possessive(tokens, end) else Reference("person", i, end, tuple(named), (), "name", "")
    for phrase in language.honorific_references.get(tokens[i].low, ()):
        if (len(phrase) == 1 or (i + 1 < len(tokens) and tokens[i + 1].low == phrase[1].lower())) and (
            tuple([t.text for t in tokens[i : i + len(phrase)]]) == phrase
            or (i == 0 and tokens[0].capital and [t.low for t in tokens[: len(phrase)]] == [w.lower() for w in phrase])
        ):
            end = i + len(phrase)
            if possessive(tokens, end):
                return None
            if actors.gazetteer.after_of(tokens, end):
                break
            return Reference("role", i, end, tuple(honoured(phrase, actors)), (), "honorific", phrase[-1].lower())
    return role(tokens, i, actors)


def head_of_body(tokens: list[Token], i: int, actors: Actors) -> Reference | None:
    """Return the named head of a body or of a department whose name opens at token `i` ("National Assembly Chairman Ana Brel", "Kestria's Senate President Brel", "NA Chairman Brel")."""
    language = actors.language
    for k in range(i + 1, min(i + MAX_BODY, len(tokens) - 1)):
        token, before = tokens[k], tokens[k - 1]
        if token.low in OWNERS:
            continue
        body = before.low in language.body_words or before.low in language.departments
        if body and tokens[i].low == "the" and (head := unnamed_head(tokens, i, k, actors)):
            return head
        if not (token.capital or token.low == "and") or not token.text.isalpha():
            return None
        if not (body or before.text in language.state_bodies) or not match_title(tokens, k, language):
            continue
        mention = read_mention(tokens, k, language, actors.gazetteer)
        found = from_mention(tokens, mention, actors) if mention and mention.name else None
        return found._replace(first=i) if found and found.persons else None
    return None


def unnamed_head(tokens: list[Token], i: int, k: int, actors: Actors) -> Reference | None:
    """Return who heads the body whose name opens at token `i` and ends before his title at token `k` ("the State Duma speaker", "the Bank President")."""
    title = match_title(tokens, k, actors.language)
    if not title or title.end >= len(tokens) or tokens[title.end].capital or possessive(tokens, title.end):
        return None
    body, wanted = {t.low for t in tokens[i + 1 : k]}, set(title.words)
    held = [
        p
        for p in actors.persons
        if wanted <= p.title_words
        and not p.unnamed
        and (body & p.title_words or body & {w.lower() for w in (p.state or "").split()})
    ]
    return Reference("person", i, title.end, tuple(held), (), "title", "body") if len(held) == 1 else None


MAX_BODY: Final = 7
"""Words of a body's name and of whose it is, before the title of its head."""


OWNERS: Final = frozenset({"'s", "’s"})


def from_mention(tokens: list[Token], mention: Mention, actors: Actors) -> Reference | None:
    """Return the reference that a mention makes, by its name where it has one."""
    if actors.is_initials(mention.name) and not actors.find(mention):
        mention = mention._replace(name=())
    if mention.name:
        known = actors.find(mention)
        end = mention.last
        if possessive(tokens, end):
            return None
        return Reference("person", mention.first, end, (known,) if known else (), (), "name", "")
    end = mention.last
    if possessive(tokens, end) or (end < len(tokens) and tokens[end].text == "-"):
        return None
    if canonical(mention.title or "", actors.language).startswith("head of ") and mention.state is None:
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
            else "hosting "
            if mention.definite and tokens[mention.first + 1].low in actors.language.hosts
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
    heads = actors.language.words.honoured_as.get(words.split()[-1], frozenset())
    addressed = [p for p in actors.persons if gender is None or p.gender in {None, gender}]
    pool = [p for p in addressed if p.rank == 1] or [p for p in addressed if p.rank == 2]
    pool = [p for p in pool if not p.unnamed] or pool
    entitled = [p for p in pool if words.removeprefix("the ") in {t.lower() for t in p.titles}]
    fitting = entitled or [p for p in pool if p.title_words & heads]
    return fitting or [p for p in pool if styled(p, words, actors.text)] or pool


STYLE_REACH: Final = 40
"""Code points before a name in which its style stands."""


def styled(person: Person, words: str, text: str) -> bool:
    """Say whether somebody is introduced with a style ("President His Highness Sheikh Ana Brel")."""
    return any(words in text[max(0, m.start - STYLE_REACH) : m.end].lower() for m in person.mentions)
