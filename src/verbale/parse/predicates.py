"""The predicate behind a subject: its main verb with auxiliaries and adverbs; subjects are read elsewhere."""

from __future__ import annotations

from typing import Final, NamedTuple

from verbale.language import Language
from verbale.parse.asides import skip_aside, skip_occasion, skip_when
from verbale.parse.tokens import Token, follows

MAX_APPOSITION: Final = 22


CLOSERS: Final = {",": ",", "(": ")", "—": "—", "–": "–", "[": "]"}
"""What closes an apposition, by what opens it."""


class Predicate(NamedTuple):
    """A verb as its subject governs it: `classes` of the language file, `last` the token after it, `silent` that it says nothing was said ("did not say whether")."""

    lemma: str
    classes: frozenset[str]
    tense: str
    first: int
    last: int
    modal: str | None = None
    passive: bool = False
    stance: bool = False
    negated: bool = False
    silent: bool = False

    @property
    def reports(self) -> bool:
        """Say whether the verb puts words or a position in its subject's mouth."""
        return not self.passive and not self.silent and (self.stance or bool(self.classes & {"say", "think", "act"}))


class Auxiliaries(NamedTuple):
    """What stands before a main verb: a modal, a form of "be", and whether the words so far are past or perfect."""

    modal: str | None
    be: str | None
    past: bool
    perfect: bool


def skip_comma(tokens: list[Token], k: int) -> int:
    """Return the index after an apposition or parenthesis between two commas, dashes or brackets at token `k`, or `k`."""
    closer = CLOSERS.get(tokens[k].text)
    if not closer:
        return k
    for end in range(k + 1, min(len(tokens), k + MAX_APPOSITION)):
        if tokens[end].text == closer:
            return end + 1
    return k


def predicate(tokens: list[Token], k: int, language: Language, *, apposed: bool = False) -> Predicate | None:
    """Return the predicate that follows a subject at token `k`; adverbs, auxiliaries and appositions may stand between.

    `apposed` says that the subject ends in an apposition, which a comma closes.
    """
    words = language.words
    first = k
    modal: str | None = None
    be: str | None = None
    past = perfect = negated = False
    skipped = 0
    while k < len(tokens):
        token = tokens[k]
        low = token.low
        if low in {"on", "for"} and k == first and k + 2 < len(tokens) and tokens[k + 2].low == "part":
            k += 3
            continue
        if token.text in {",", "(", "—", "–", "["} and skipped < 2 and modal is None and be is None:
            after = skip_comma(tokens, k)
            closes = (
                token.text == ","
                and apposed
                and k + 1 < len(tokens)
                and (
                    tokens[k + 1].low in language.auxiliaries
                    or tokens[k + 1].low in language.modals
                    or any(f.tense in {"past", "present"} for f in language.verbs.get(tokens[k + 1].low, ()))
                )
            )
            if after == k and not closes:
                return None
            k, skipped = (k + 1 if closes else after), skipped + 1
        elif low == "in" and be is None and k + 1 < len(tokens) and tokens[k + 1].low in words.turn_nouns:
            k += 2
        elif (
            low == "in"
            and be is None
            and k + 2 < len(tokens)
            and tokens[k + 1].low in words.owners
            and tokens[k + 2].low in words.turn_nouns
        ):
            k += 3
        elif be is None and (
            ((token.capital or low in words.before_day) and (after := skip_when(tokens, k, language)) > k)
            or (low in words.before_occasion and (after := skip_occasion(tokens, k, language)) > k)
            or (low in words.asides and (after := skip_aside(tokens, k, language)) > k)
        ):
            k = after
        elif low in language.modals and be is None:
            modal, k = low, k + 1
        elif low in words.have and not verb_like(tokens, k, language):
            perfect, past, k = True, past or low == "had", k + 1
        elif low in words.do:
            past, k = past or low == "did", k + 1
        elif low in words.be:
            be, past, k = low, past or low in words.past_auxiliaries, k + 1
        elif low in {"not", "never"}:
            negated, k = True, k + 1
        elif low in language.between or (low.endswith("ly") and low not in language.verbs and len(low) > 3):
            k += 1
        elif modal and not token.text[0].isalpha():
            return Predicate(modal, frozenset(), "present", first, k, modal)
        else:
            found = main_verb(tokens, k, first, Auxiliaries(modal, be, past, perfect), language)
            if not found or not negated:
                return found
            silent = found.tense in {"past", "perfect"} and found.lemma in language.withholding
            return found._replace(negated=True, silent=silent)
    if modal and not be:
        return Predicate(modal, frozenset(), "present", first, k, modal)
    return Predicate("be", frozenset({"be"}), "past" if past else "present", first, k, modal) if be else None


def verb_like(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether "have" at token `k` is the main verb: no participle follows."""
    words = language.words
    for token in tokens[k + 1 : k + 5]:
        if token.low in language.between or token.low.endswith("ly") or token.low in words.be or token.low == "not":
            continue
        forms = language.verbs.get(token.low, ())
        return not (
            token.low.endswith(("ed", "en"))
            or any(f.tense in {"past", "participle"} for f in forms)
            or token.low in words.irregular_participles
        )
    return True


def main_verb(tokens: list[Token], k: int, first: int, before: Auxiliaries, language: Language) -> Predicate | None:
    """Return the predicate whose main verb should stand at token `k`."""
    words = language.words
    low = tokens[k].low
    modal, be, past, perfect = before
    tense = "past" if past and not perfect else "perfect" if perfect else "present"
    if be:
        return behind_be(tokens, k, first, language, tense, modal)
    form = next((f for f in language.verbs.get(low, ()) if f.tense != "ing" and tails(tokens, k, f.tail)), None)
    if (
        not modal
        and (low not in language.signing or (low in words.have and tokens[min(k + 1, len(tokens) - 1)].low == "no"))
        and not (form and form.classes & {"say", "act", "think"} and form.lemma not in language.light)
        and (noun := position_noun(tokens, k, language))
    ):
        lemma = form.lemma if form else low
        given = (
            "perfect"
            if perfect
            else "past"
            if past or low == "had" or low.endswith("ed") or (form and form.tense == "past")
            else "present"
        )
        return Predicate(
            "reach" if noun in words.agreements else lemma,
            frozenset({"act", "joint"}),
            given,
            first,
            k + 1,
            modal,
        )
    if form:
        given = form.tense if form.tense == "past" else "present"
        if perfect:
            given = "perfect"
        if past and form.tense == "base":
            given = "past"
        return Predicate(form.lemma, form.classes, given, first, k + 1 + len(form.tail), modal)
    if low in words.have:
        return Predicate("have", frozenset(), "past" if low == "had" else "present", first, k + 1, modal)
    if not low.isalpha() and "-" not in low:
        return None
    if low.endswith("ed") and len(low) > 4:
        said = low not in words.found_out and opens_what_is_said(tokens, k + 1, language)
        says = frozenset({"say"} if said else ())
        return Predicate(low, says, "perfect" if perfect else "past", first, k + 1, modal)
    if modal or perfect or past:
        return Predicate(low, frozenset(), tense, first, k + 1, modal)
    if (
        low.endswith("s")
        and tokens[k].text.islower()
        and low not in words.not_verbs_in_s
        and not plural_noun(tokens, k, language)
    ):
        return Predicate(low, frozenset(), "present", first, k + 1, modal)
    return None


def opens_what_is_said(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether "that" at token `k` opens a clause, so that any verb before it is one of saying ("surmised that the strait is open")."""
    if k + 2 >= len(tokens) or tokens[k].low != "that":
        return False
    words = language.words
    opener = tokens[k + 1]
    if not (
        opener.capital
        or opener.low in language.object_openers
        or opener.low in words.subject_pronouns
        or opener.low == "there"
        or opener.low.endswith("s")
    ):
        return False
    return any(
        t.low in language.auxiliaries or t.low in language.modals or t.low in language.verbs
        for t in tokens[k + 2 : k + 2 + MAX_SUBJECT]
    )


MAX_SUBJECT: Final = 8
"""Words behind "that" and the first of its clause, among which the verb stands."""


def plural_noun(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether the word in "-s" at token `k` is a noun with a verb of its own and none itself ("Kestria officials have met", "Harbour League ministers will gather")."""
    words = language.words
    if tokens[k].low in language.joint_heads:
        return True
    following = tokens[k + 1].low if k + 1 < len(tokens) else ""
    return (
        following in language.auxiliaries
        or following in words.do
        or following in language.modals
        or any(f.tense == "past" for f in language.verbs.get(following, ()))
    )


def behind_be(tokens: list[Token], k: int, first: int, language: Language, tense: str, modal: str | None) -> Predicate:
    """Return the predicate of "be" whose complement begins at token `k`: agreement, a stance, a passive or a progressive."""
    words = language.words
    low = tokens[k].low
    if low in words.before_shared_view and (
        shared := next((p for p in words.shared_views if follows(tokens, k + 1, p)), None)
    ):
        last = k + 1 + (len(shared) if shared[-1] in {"of", "to"} else 0)
        return Predicate("be unanimous", frozenset({"think", "joint", "say"}), tense, first, last, modal, stance=True)
    if low in language.stance_adjectives and low != "of":
        return Predicate(f"be {low}", frozenset({"think"}), tense, first, k + 1, modal, stance=True)
    passive = low.endswith("ed") or any(
        f.tense in {"past", "participle"} and not f.tail for f in language.verbs.get(low, ())
    )
    ing = next((f for f in language.verbs.get(low, ()) if f.tense == "ing" and tails(tokens, k, f.tail)), None)
    if ing:
        return Predicate(ing.lemma, ing.classes, tense, first, k + 1 + len(ing.tail), modal)
    return Predicate(
        low if passive else "be",
        frozenset({"narrate"}) if passive else frozenset({"be"}),
        tense,
        first,
        k + 1 if passive else k,
        modal,
        passive=passive,
    )


def position_noun(tokens: list[Token], k: int, language: Language) -> str | None:
    """Return the noun of position or courtesy that the verb at token `k` has as its object ("gave his assurance", "came to an agreement")."""
    words = language.words
    sounds = tokens[k].low in words.sounding
    for n in range(k + 1, min(len(tokens), k + 7)):
        low = tokens[n].low
        if sounds and low in words.sounded:
            return low
        if low in language.position_nouns:
            before = tokens[n - 1].low
            return low if before not in words.not_object_behind else None
        if tokens[n].text in {",", ".", ";"} or low in words.object_ends:
            return None
    return None


def tails(tokens: list[Token], k: int, tail: tuple[str, ...]) -> bool:
    """Say whether the words of `tail` follow the token at `k`."""
    return not tail or follows(tokens, k + 1, tail)
