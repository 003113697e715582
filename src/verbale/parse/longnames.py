"""States of two words and more that no list has, told by what stands before them and what closes them; those beside one title are for `survey`.

"Foreign Minister of Dai Vuong, Ana Brel," has the whole name between "of" and a comma; with that known, "President of Dai Vuong Jon
Harl" is read too, wherever it stands.
"""

from __future__ import annotations

from functools import partial
from typing import Final

from verbale.language import Language
from verbale.parse.bodies import body_after_of
from verbale.parse.gazetteer import Gazetteer
from verbale.parse.names import followed_by_name
from verbale.parse.stateforms import with_isles
from verbale.parse.titles import match_title, skip_department
from verbale.parse.tokens import Token
from verbale.parse.twobefore import FURTHER, owning, owns_office
from verbale.parse.twowords import joined
from verbale.parse.wordpairs import PAIR, Pairs, apart, begins_name, given, of_stem, run_end

LONGEST: Final = 3
"""Words of the longest such name."""


BEFORE: Final = frozenset({"of", "from", "("})
"""What the name of a state stands behind."""


BEFORE_OFFICE: Final = 9
"""Words of an office before "of", its portfolio with it."""


def learn_long(tokens: list[Token], proper: list[int], language: Language, gazetteer: Gazetteer) -> None:
    """Take the states of two or three words that stand whole behind "of", "from" or in brackets at one of the tokens `proper`."""
    pairs = Pairs(tokens, proper, language.starters)
    undecided: list[tuple[int, int]] = []
    for k, last in pairs.runs:
        if last < len(tokens) and tokens[last].low == "of":
            learn_formal(tokens, k, last, gazetteer)
        if k < PAIR or (tokens[k - 1].low not in BEFORE and not opens(tokens, k)):
            continue
        end = run_end(tokens, k, language)
        if end - k < PAIR or gazetteer.name(tokens, k):
            continue
        words = [t.text for t in tokens[k:end]]
        if len(words) == PAIR and words[0] in language.place_openers and with_isles(tokens, end):
            gazetteer.learn(f"{' '.join(words)} and the {tokens[end + 2].text}")
        elif len(words) <= LONGEST and closed(tokens, k, end, gazetteer) and pairs.bound(words, gazetteer):
            gazetteer.learn(" ".join(words) + isles_behind(tokens, words, pairs))
        else:
            undecided.append((k, end))
    for k, end in undecided:
        if not gazetteer.name(tokens, k) and (size := before_name(tokens, k, end, pairs, gazetteer)):
            gazetteer.learn(" ".join([t.text for t in tokens[k : k + size]]))
    for k, last in pairs.runs:
        if last - k > PAIR and tokens[k + PAIR].low in language.titles:
            if size := before_office(tokens, k, pairs, gazetteer):
                gazetteer.learn(" ".join([t.text for t in tokens[k : k + size]]))
        elif (
            last - k == PAIR
            and tokens[last : last + 1]
            and tokens[last].text in MARKS
            and owns_office(tokens, k, last, language)
        ):
            gazetteer.learn(" ".join([t.text for t in tokens[k:last]]))
    gazetteer.find_whole = partial(pairs.whole, gazetteer)
    openers = {first for first, words in gazetteer.longest_own.items() if words > 1}
    for k, _ in pairs.runs if openers else ():
        if tokens[k].text in openers and (state := of_stem(tokens[k].text, tokens[k + 1].text, gazetteer)):
            gazetteer.keep(f"{tokens[k].text} {tokens[k + 1].text}", state)


MARKS: Final = frozenset({"'s", "’s", "'", "’"})
"""Marks of a possessive."""


def learn_formal(tokens: list[Token], k: int, last: int, gazetteer: Gazetteer) -> None:
    """Take a state by its formal name of which the run from token `k` to `last` is the head, in brackets or before an office that it owns ("(Free State of Torun)", "the Free State of Torun's Minister …")."""
    language = gazetteer.language
    head = tokens[last - 1].text
    if head not in language.words.formal_heads and head != "State":
        return
    first = last + 2 if last + 1 < len(tokens) and tokens[last + 1].low == "the" else last + 1
    end = first
    while end < len(tokens) and tokens[end].capital and end - first < LONGEST:
        end += 1
    if end == first or end + 1 >= len(tokens):
        return
    bracketed = tokens[end].text == ")" and k > 0 and (tokens[k - 1].text == "(" or tokens[k - PAIR].text == "(")
    if bracketed or owning(tokens, end, language):
        gazetteer.learn(" ".join([t.text for t in tokens[k:end]]))


def isles_behind(tokens: list[Token], words: list[str], pairs: Pairs) -> str:
    """Return the further islands that stand behind a state's name somewhere ("Saint Orvan", elsewhere "Saint Orvan and the Cays"), or nothing."""
    for k, last in pairs.runs:
        if tokens[last - 1].text == words[-1] and tokens[k].text == words[0] and with_isles(tokens, last):
            return f" and the {tokens[last + 2].text}"
    return ""


def before_office(tokens: list[Token], k: int, pairs: Pairs, gazetteer: Gazetteer) -> int:
    """Return how many words from token `k` on are a state's as it stands before an office and a name ("Coral Keys Prime Minister Ana Brel"), or 0."""
    language = gazetteer.language
    if gazetteer.demonym(tokens, k)[0]:
        return 0
    title = match_title(tokens, k + PAIR, language)
    if title is None or title.rank >= FURTHER or run_end(tokens[: k + PAIR], k, language) != k + PAIR:
        return 0
    first, second = (t.text for t in tokens[k : k + PAIR])
    sure = second in language.place_closers and first not in language.starters
    twice = pairs.alone.get(second) == first and pairs.bound((first, second), gazetteer)
    named = followed_by_name(tokens, skip_department(tokens, title.end, language))
    return PAIR if named and (sure or (twice and not given(first, language))) else 0


def opens(tokens: list[Token], k: int) -> bool:
    """Say whether the name of a state can begin at token `k`: behind "of [the]", "from [the]" or in brackets."""
    before = tokens[k - 1]
    return before.low in BEFORE or (before.low == "the" and tokens[k - 2].low in BEFORE)


def closed(tokens: list[Token], k: int, end: int, gazetteer: Gazetteer) -> bool:
    """Say whether the words from token `k` to `end` are a state's name and no more, by what is before and behind them."""
    language = gazetteer.language
    of = k - 2 if tokens[k - 1].low == "the" else k - 1
    behind = tokens[end] if end < len(tokens) else None
    if behind is not None and behind.text in {"'s", "’s", "'", "’", "-", "of"}:
        return False
    named = behind is not None and behind.text == "," and names_after(tokens, end + 1, language)
    if (
        not named
        and any(given(t.text, language) for t in tokens[k + 1 : end])
        and tokens[k].text not in language.place_openers
    ):
        return False
    if tokens[of].text == "(":
        return (
            behind is not None and behind.text == ")" and tokens[of - 1].capital and titled_before(tokens, of, language)
        )
    if tokens[of].low == "from":
        return tokens[of - 1].low in language.words.opposites or tokens[of - 1].low in {"delegation", "number"}
    if tokens[of - 1].text in language.words.formal_heads:
        alone = end - k <= PAIR and len(tokens[end - 1].text) > 1  # "the Republic of Xia Tom Brel", "Xia D. R. Brel"
        return named or (alone and not joined(tokens, end - 1))
    office = office_before(tokens, of, language)
    if office is None:
        return of > 1 and named_person(tokens, of, language)
    told = office and tokens[office - 1].low in language.words.inside_phrase
    sure = bool(told) or tokens[office].text.islower()
    if end - k > PAIR and not (sure and (named or tokens[k].text in language.place_openers)):
        return False
    apposed = office > PAIR and tokens[office - 1].text == "," and name_ends(tokens, office - 1, language)
    return named or sure or apposed or (behind is not None and behind.text == "\n")


def names_after(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether somebody's name, and no further office, can begin at token `i`."""
    return (
        i < len(tokens)
        and tokens[i].capital
        and tokens[i].low not in language.titles
        and tokens[i].text not in language.starters
    )


def named_person(tokens: list[Token], of: int, language: Language) -> bool:
    """Say whether the words before "of" at a token are somebody's name behind a title, an honorific or in a list ("Ministers Ana Brel of …")."""
    k = of
    while k and of - k < MAX_NAMED and (tokens[k - 1].capital or tokens[k - 1].low in language.name_particles):
        token = tokens[k - 1]
        if (
            token.low in language.single_titles
            or token.low in language.honorifics
            or token.low in language.plural_titles
        ):
            return of - k > 0
        if (
            token.low in language.body_words
            or token.low in language.departments
            or token.low in language.hall_words
            or token.low in language.joint_bodies
        ):
            return False
        k -= 1
    listed = k and of - k > 1 and tokens[k - 1].low in {"and", ","}
    return bool(listed) and any(t.low in language.plural_titles for t in tokens[max(0, k - BEFORE_NAMES) : k])


def name_ends(tokens: list[Token], comma: int, language: Language) -> bool:
    """Say whether a name of two words and more, and of no place, ends before a comma at a token ("with Ana Brel, Foreign Minister of …")."""
    k = comma
    while k and comma - k < MAX_NAMED and (tokens[k - 1].capital or tokens[k - 1].low in language.name_particles):
        k -= 1
        low = tokens[k].low
        if (
            low in language.months
            or low in language.weekdays
            or low in language.body_words
            or low in language.hall_words
        ):
            return False
    return comma - k >= PAIR and (not k or tokens[k - 1].low not in language.place_words)


MAX_NAMED: Final = 6
"""Words of somebody's name."""


def titled_before(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether a title, or one in the plural, stands in the few words before token `i` of its sentence."""
    for n in range(i - 1, max(i - BEFORE_NAMES, -1), -1):
        if tokens[n].text in {".", "\n"} and len(tokens[n - 1].text) > 1:
            return False
        if tokens[n].low in language.single_titles or tokens[n].low in language.plural_titles:
            return True
    return False


BEFORE_NAMES: Final = 20
"""Words that are looked back for the title of somebody behind whose name his state is told."""


def office_before(tokens: list[Token], of: int, language: Language) -> int | None:
    """Return where the office of a state's head, minister or envoy begins that ends before "of" at a token, if one does."""
    found = None
    for n in range(of - 1, max(of - BEFORE_OFFICE, -1), -1):
        if tokens[n].text in {".", ",", "\n"}:
            break
        title = match_title(tokens, n, language)
        if title is None:
            continue
        alone = title.end == of and title.words[-1] in language.portfolio_titles
        bare = alone and not (
            len(title.words) > 1 and (title.words[-2] in language.departments or title.words[-2] == "prime")
        )
        served = title.rank < FURTHER or title.words[-1] in language.words.envoys
        if not bare and served and of in ends_of_office(tokens, title.end, language):
            found = n
    return found


def ends_of_office(tokens: list[Token], end: int, language: Language) -> set[int | None]:
    """Return where an office may end whose title ends before token `end`: there, behind its portfolio, or behind the body that it heads."""
    body = body_after_of(tokens, end, language) if end + 1 < len(tokens) and tokens[end].low == "of" else None
    portfolio = skip_department(tokens, end, language)
    return {end, body, None if tokens[portfolio - 1].low in language.not_bodies else portfolio}


def before_name(tokens: list[Token], k: int, end: int, pairs: Pairs, gazetteer: Gazetteer) -> int:
    """Return how many words from token `k` on are a state's, where a name follows them up to token `end`, or 0."""
    language = gazetteer.language
    of = k - 2 if tokens[k - 1].low == "the" else k - 1
    formal = tokens[of - 1].text in language.words.formal_heads
    if tokens[of].low != "of" or end - k < LONGEST or not (formal or office_before(tokens, of, language) is not None):
        return 0
    words = [t.text for t in tokens[k:end]]
    for size in (2, 3):
        name = words[size:]
        tiny = len(words[0]) < TINY and size == PAIR and words[0].istitle()
        if not name or not pairs.bound(words[:size], gazetteer) or (given(words[size - 1], language) and not tiny):
            continue
        if tiny:
            return size
        plural = of == k - 2 and size == PAIR and words[1].endswith("s") and not words[0].endswith("s")
        short = len(words[0]) < LONG_ENOUGH or words[0] in language.place_openers
        whole = len(name) > 1 and (
            (short and begins_name(name, language)) or apart(words[size - 1], name, pairs, gazetteer)
        )
        if plural or whole:
            return size
    return 0


TINY: Final = 4
"""Letters of a word that is hardly a state's whole name."""


LONG_ENOUGH: Final = 6
"""Letters of a word that is rather a state's whole name than the first of two."""
