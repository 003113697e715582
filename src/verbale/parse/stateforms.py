"""States and unions that a document shows by its initials in brackets, its lists and its chains with dashes; what they do is for `stateclues`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from verbale.language import REPORTING, Language
from verbale.parse.gazetteer import DEMONYM_ENDING, FORMAL_NAME, Gazetteer
from verbale.parse.stateclues import FINITE, stands_alone
from verbale.parse.stems import MIN_STEM
from verbale.parse.tokens import Token, places_in

MAX_BODY: Final = 12
"""Words of the longest name of a body."""


MAX_LISTED: Final = 12
"""States of a list that are looked at."""


def ends_heading(tokens: list[Token], i: int, found: tuple[str, int], gazetteer: Gazetteer) -> str | None:
    """Return the two words with which a headline in first capitals ends behind "Of" at token `i`, where nothing else has the second ("Sultan Of Kota Sable")."""
    words, end = found
    last = end + 1 < len(tokens) and tokens[end + 1].text == "\n" and tokens[end].capital
    if not last or tokens[i].text != "Of" or " " in words or gazetteer.capitalised[tokens[end].text] > 1:
        return None
    return None if tokens[end].low in gazetteer.language.verbs else f"{words} {tokens[end].text}"


def of_a_people(tokens: list[Token], i: int, found: tuple[str, int], gazetteer: Gazetteer) -> bool:
    """Take the name of a people behind "of the" at token `i` as its state, where the document names that ("King of the Orvians" beside "Orvia")."""
    words, _ = found
    if tokens[i + 1].low != "the" or not words.endswith("ns") or " " in words or gazetteer.demonym(tokens, i + 2)[0]:
        return False
    state = gazetteer.learn_demonym(words)
    if not state or not gazetteer.capitalised[state]:
        return False
    gazetteer.own[words] = state
    gazetteer.keep(words, state)
    return True


def peoples_own(tokens: list[Token], i: int, found: tuple[str, int], language: Language) -> bool:
    """Say whether the word behind "of" at token `i` is a people's name before what it has, or before the title of its head ("Envoy of the Xian President")."""
    words, end = found
    if end >= len(tokens):
        return False
    heads = tokens[i + 1].low == "the" and tokens[end].capital and tokens[end].low in language.single_titles
    return tokens[end].low in language.behind_demonym or (
        heads and " " not in words and DEMONYM_ENDING.search(words) is not None
    )


def with_isles(tokens: list[Token], k: int) -> bool:
    """Say whether a state's further islands stand behind its name at token `k` ("Saint Orvan and the Cays")."""
    return (
        k + 2 < len(tokens)
        and (tokens[k].low, tokens[k + 1].low) == ("and", "the")
        and tokens[k + 2].capital
        and tokens[k + 2].low.endswith("s")
        and not (k + 3 < len(tokens) and tokens[k + 3].capital)
    )


def inside_name(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether "the" at token `i` is part of a body's name ("Secretariat of the Harbour League"), and does not open it behind an office."""
    return (
        i > 1
        and tokens[i - 1].low in language.words.inside_bodies
        and tokens[i - 2].capital
        and (tokens[i - 2].low not in language.titles or tokens[i - 2].low in language.body_words)
    )


def reports(token: Token, language: Language) -> bool:
    """Say whether a word is a finite verb of speaking or taking a position."""
    return any(f.classes & REPORTING and f.tense in FINITE for f in language.verbs.get(token.low, ()))


def learn_initials(
    tokens: list[Token], capitals: list[int], opened: list[int], language: Language, gazetteer: Gazetteer
) -> None:
    """Take a body with its initials behind it as a party, where it is the subject of a verb of speaking ("The Secretariat of the Harbour League (SHL) condemns").

    `opened` are the tokens that open a bracket.
    """
    bracketed = [
        k
        for k in (opening + 1 for opening in opened)
        if 2 < k < len(tokens) - 2 and tokens[k + 1].text == ")" and tokens[k].text.isupper()
    ]
    if not bracketed:
        return
    speaking = {
        tokens[n + 1].text
        for n in capitals
        if tokens[n].text == "The" and n + 2 < len(tokens) and reports(tokens[n + 2], language)
    }
    for k in bracketed:
        short = tokens[k].text
        if not reports(tokens[k + 2], language) and short not in speaking:
            continue
        begin = k - 1
        while (
            begin
            and (tokens[begin - 1].capital or tokens[begin - 1].low in language.words.inside_bodies)
            and k - begin < MAX_BODY
        ):
            begin -= 1
            if tokens[begin].text == "The" or (tokens[begin].low == "the" and not inside_name(tokens, begin, language)):
                break
        name = [t.text for t in tokens[begin + 1 : k - 1]]
        if (
            tokens[begin].low != "the"
            or len(name) < 2
            or name[-1].lower() in language.joint_bodies
            or gazetteer.name(tokens, begin + 1)
            or len(name[-1]) < MIN_STEM
            or names_paper(tokens, begin, k, language)
        ):
            continue
        gazetteer.keep(" ".join(name), " ".join(name))
        gazetteer.keep(short, " ".join(name))


def learn_shortened(tokens: list[Token], opened: list[int], language: Language, gazetteer: Gazetteer) -> None:
    """Take the initials that a document gives a state or union by putting them in brackets behind its name ("the Harbour Union (HU)").

    `opened` are the tokens that open a bracket. A union that no list has must be a subject or partner under its initials elsewhere: else it is a treaty or a project.
    """
    words = language.words
    acting: set[str] | None = None
    for opening in opened:
        if not 1 < (k := opening + 1) < len(tokens) - 2:
            continue
        short = tokens[k].text
        if tokens[k + 1].text != ")" or not short.isupper() or not 1 < len(short) < 7:
            continue
        if gazetteer.own.get(short, short) != short or short in gazetteer.table.names:
            continue
        begin = k - 1
        while (
            begin
            and (tokens[begin - 1].capital or tokens[begin - 1].low in words.inside_bodies)
            and k - begin < MAX_BODY
        ):
            begin -= 1
            if (known := gazetteer.name(tokens, begin)) and known[1] == k - 1:
                gazetteer.spell_out(short, known[0])
                break
            name = [t.text for t in tokens[begin : k - 1]]
            if len(name) < 2 or not tokens[begin].capital or not abbreviates(short, name):
                continue
            if names_paper(tokens, begin, k, language):
                break
            if name[-1].lower() in language.joint_bodies - words.widely_named_bodies:
                break
            acting = acting_under_initials(tokens, language) if acting is None else acting
            if short in acting or short in gazetteer.own:
                gazetteer.keep(" ".join(name), " ".join(name))
                gazetteer.spell_out(short, " ".join(name))
            break


def names_paper(tokens: list[Token], begin: int, end: int, language: Language) -> bool:
    """Say whether the name between two tokens is that of a paper, or of what a paper is on ("the Joint Statement on Closer Relations (CR)")."""
    before = begin - 2 if begin > 1 and tokens[begin - 1].low in language.words.inside_bodies else begin
    return any(t.low in language.instruments for t in tokens[before:end])


def abbreviates(short: str, name: list[str]) -> bool:
    """Say whether letters are the initials of a name's words, its small words counted or not ("ROX" of "Republic of Xia")."""
    spelled = "".join(word[0] for word in name if word[0].isupper())
    return short in {spelled, "".join(word[0] for word in name).upper()}


def acting_under_initials(tokens: list[Token], language: Language) -> set[str]:
    """Return the words in capitals that are subjects of a verb of speaking, or joined to a name ("The HU stressed", "the HU and Kestria")."""
    found: set[str] = set()
    for k in range(1, len(tokens) - 2):
        word, following = tokens[k].text, tokens[k + 1]
        if not word.isupper() or not word.isalpha() or tokens[k - 1].low != "the" or not 1 < len(word) < 7:
            continue
        speaks = any(f.classes & REPORTING and f.tense in FINITE for f in language.verbs.get(following.low, ()))
        if speaks or (following.low == "and" and tokens[k + 2].capital):
            found.add(word)
    return found


def learn_lists(tokens: list[Token], where: Mapping[str, list[int]], language: Language, gazetteer: Gazetteer) -> None:
    """Take the states of a list behind "governments of" or "ministers of" where one of them is known ("the Governments of Xia, Yia and the Republic of Zia")."""
    for k in places_in(where, language.governed_lists):
        if k + 3 >= len(tokens) or tokens[k + 1].low != "of":
            continue
        listed: list[str] = []
        known = 0
        step = k + 2
        while step < len(tokens) and len(listed) < MAX_LISTED:
            step += tokens[step].low == "the"
            named = gazetteer.name(tokens, step) if step < len(tokens) else None
            end = named[1] if named else step
            while (
                not named
                and end < len(tokens)
                and (tokens[end].capital or (tokens[end].low in {"of", "the"} and end > step))
            ):
                end += 1
            if end == step:
                break
            known += named is not None
            listed.append("" if named else " ".join(t.text for t in tokens[step:end]))
            if end >= len(tokens) or tokens[end].text not in {",", "and"}:
                break
            step = (
                end + 2
                if tokens[end].text == "," and end + 1 < len(tokens) and tokens[end + 1].low == "and"
                else end + 1
            )
        for name in listed if known and len(listed) > 1 else ():
            formal = FORMAL_NAME.match(name)
            if name and (stands_alone(name, language, gazetteer) or (formal and name.split()[-1] == formal[1])):
                gazetteer.learn(name)


def learn_chained(
    tokens: list[Token], hyphened: list[int], dashes: Sequence[int], language: Language, gazetteer: Gazetteer
) -> None:
    """Take the members of a chain in which one is a known state ("Xia–Yia–Zia summit", "Xia-Yia-Zia"), where there are words with hyphens or dashes."""
    for k in sorted({*hyphened, *(dash - 1 for dash in dashes if dash and dashed(tokens, dash - 1))}):
        if tokens[k].text.count("-") > 1:
            members = tokens[k].text.split("-")
        elif dashed(tokens, k) and not (k > 1 and dashed(tokens, k - 2)):
            end = k
            while dashed(tokens, end):
                end += 2
            members = [t.text for t in tokens[k : end + 1 : 2]]
        else:
            continue
        known = [m in gazetteer.own or m in gazetteer.table.names for m in members]
        for member, is_known in zip(members, known, strict=True):
            if (
                any(known)
                and not is_known
                and gazetteer.capitalised[member]
                and stands_alone(member, language, gazetteer)
            ):
                gazetteer.learn(member)


def dashed(tokens: list[Token], k: int) -> bool:
    """Say whether the capitalised word at token `k` is tied to the next by a dash without spaces."""
    return (
        k + 2 < len(tokens)
        and tokens[k + 1].text == "–"
        and tokens[k].capital
        and tokens[k + 2].capital
        and tokens[k].end == tokens[k + 1].start
        and tokens[k + 1].end == tokens[k + 2].start
    )
