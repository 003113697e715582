"""Subject and verb of a sentence, and cues after or inside it; whose statement it is, `speakers` decides.

A clause is a noun phrase that stands for somebody with the verb that it governs. Only what the language file lists as
words is known here; a verb that no list has is told by its ending.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from verbale.language import Language
from verbale.parse.actors import Actors, Reference
from verbale.parse.references import opens_reference, reference, unknown_pair
from verbale.parse.tokens import Token

BE: Final = frozenset({"is", "are", "was", "were", "been", "be", "being", "am"})
HAVE: Final = frozenset({"has", "have", "had", "having"})
DO: Final = frozenset({"did", "does", "do"})
PAST_BE: Final = frozenset({"was", "were", "had", "did"})
CLOSING: Final = frozenset({"”", '"', "’", "»", "'"})
AFTER_CUE: Final = frozenset({",", ".", ";", ":", "!", "?", "”", '"', ")", "—", "–"})
MAX_APPOSITION: Final = 22
SPEAKERS: Final = frozenset({"person", "role", "pronoun", "joint", "party", "body"})


@dataclass(frozen=True, slots=True)
class Predicate:
    """A verb as its subject governs it: `classes` of the language file, `last` the token after it."""

    lemma: str
    classes: frozenset[str]
    tense: str
    first: int
    last: int
    modal: str | None = None
    passive: bool = False
    stance: bool = False
    negated: bool = False

    @property
    def reports(self) -> bool:
        """Say whether the verb puts words or a position in its subject's mouth."""
        return not self.passive and (self.stance or bool(self.classes & {"say", "think", "act"}))


@dataclass(frozen=True, slots=True)
class Clause:
    """A subject with its predicate; `place` is front, inside or after, `start` and `end` the cue in code points."""

    subject: Reference
    predicate: Predicate
    place: str
    start: int
    end: int


class Auxiliaries(NamedTuple):
    """What stands before a main verb: a modal, a form of "be", and whether the words so far are past or perfect."""

    modal: str | None
    be: str | None
    past: bool
    perfect: bool


def skip_comma(tokens: list[Token], k: int) -> int:
    """Return the index after an apposition or parenthesis between two commas, dashes or brackets at token `k`, or `k`."""
    closer = {",": {","}, "(": {")"}, "—": {"—"}, "–": {"–"}, "[": {"]"}}.get(tokens[k].text)
    if not closer:
        return k
    for end in range(k + 1, min(len(tokens), k + MAX_APPOSITION)):
        if tokens[end].text in closer:
            return end + 1
    return k


def predicate(tokens: list[Token], k: int, language: Language, *, apposed: bool = False) -> Predicate | None:
    """Return the predicate that follows a subject at token `k`; adverbs, auxiliaries and appositions may stand between.

    `apposed` says that the subject ends in an apposition, which a comma closes.
    """
    first = k
    modal: str | None = None
    be: str | None = None
    past = perfect = negated = False
    skipped = 0
    while k < len(tokens):
        token = tokens[k]
        low = token.low
        if token.text in {",", "(", "—", "–", "["} and skipped < 2 and modal is None and be is None:
            after = skip_comma(tokens, k)
            closes = (
                token.text == ","
                and apposed
                and k + 1 < len(tokens)
                and (
                    tokens[k + 1].low in BE | HAVE | language.modals
                    or any(f.tense in {"past", "present"} for f in language.verbs.get(tokens[k + 1].low, ()))
                )
            )
            if after == k and not closes:
                return None
            k, skipped = (k + 1 if closes else after), skipped + 1
        elif (
            low == "in"
            and be is None
            and k + 1 < len(tokens)
            and tokens[k + 1].low in {"turn", "particular", "response", "return", "addition", "reply"}
        ):
            k += 2
        elif (after := skip_when(tokens, k, language)) > k and be is None:
            k = after
        elif low in language.modals and be is None:
            modal, k = low, k + 1
        elif low in HAVE and not verb_like(tokens, k, language):
            perfect, past, k = True, past or low == "had", k + 1
        elif low in DO:
            past, k = past or low == "did", k + 1
        elif low in BE:
            be, past, k = low, past or low in PAST_BE, k + 1
        elif low in {"not", "never"}:
            negated, k = True, k + 1
        elif low in language.between or (low.endswith("ly") and low not in language.verbs and len(low) > 3):
            k += 1
        elif modal and not token.text[0].isalpha():
            return Predicate(modal, frozenset(), "present", first, k, modal)
        else:
            found = main_verb(tokens, k, first, Auxiliaries(modal, be, past, perfect), language)
            return replace(found, negated=True) if found and negated else found
    if modal and not be:
        return Predicate(modal, frozenset(), "present", first, k, modal)
    return Predicate("be", frozenset({"be"}), "past" if past else "present", first, k, modal) if be else None


def skip_when(tokens: list[Token], k: int, language: Language) -> int:
    """Return the index after a day between subject and verb ("on Tuesday", "on 3 May", "today (May 12)", "late Monday"), or `k`."""
    step = k + 1 if tokens[k].low in {"on", "late", "early", "earlier"} else k
    if step >= len(tokens):
        return k
    if tokens[step].low in language.weekdays and tokens[step].capital:
        return step + 1
    if step > k and tokens[k].low == "on" and step + 1 < len(tokens):
        pair = (tokens[step], tokens[step + 1])
        if any(t.low in language.months for t in pair) and any(t.text.isdigit() for t in pair):
            return step + 2
    return k


def verb_like(tokens: list[Token], k: int, language: Language) -> bool:
    """Say whether "have" at token `k` is the main verb: no participle follows."""
    for token in tokens[k + 1 : k + 5]:
        if token.low in language.between or token.low.endswith("ly") or token.low in BE or token.low == "not":
            continue
        forms = language.verbs.get(token.low, ())
        return not (
            token.low.endswith(("ed", "en"))
            or any(f.tense in {"past", "participle"} for f in forms)
            or token.low in {"become", "made", "put", "set", "shown", "grown", "been", "had", "come", "run"}
        )
    return True


def main_verb(tokens: list[Token], k: int, first: int, before: Auxiliaries, language: Language) -> Predicate | None:
    """Return the predicate whose main verb should stand at token `k`."""
    low = tokens[k].low
    modal, be, past, perfect = before
    tense = "past" if past and not perfect else "perfect" if perfect else "present"
    if be:
        if (
            low in {"of", "on", "in", "at"}
            and (agreed := tuple(t.low for t in tokens[k + 1 : k + 4]))
            and (
                agreed[:2]
                in {("the", "view"), ("the", "opinion"), ("one", "mind"), ("full", "agreement"), ("the", "belief")}
                or agreed == ("the", "same", "page")
                or agreed[:1] in {("agreement",), ("one",)}
            )
        ):
            return Predicate(
                "be unanimous", frozenset({"think", "joint", "say"}), tense, first, k + 1, modal, stance=True
            )
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
    form = next((f for f in language.verbs.get(low, ()) if f.tense != "ing" and tails(tokens, k, f.tail)), None)
    if (
        not modal
        and low not in language.signing
        and (noun := position_noun(tokens, k, language))
        and not (form and form.classes & {"say", "act", "think"} and form.lemma not in language.light)
    ):
        lemma = form.lemma if form else low
        given = (
            "perfect"
            if perfect
            else "past"
            if past or low.endswith("ed") or (form and form.tense == "past")
            else "present"
        )
        return Predicate(
            "reach" if noun in {"agreement", "consensus", "understanding", "accord"} else lemma,
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
    if low in HAVE:
        return Predicate("have", frozenset(), "past" if low == "had" else "present", first, k + 1, modal)
    if not low.isalpha() and "-" not in low:
        return None
    if low.endswith("ed") and len(low) > 4:
        return Predicate(low, frozenset(), "perfect" if perfect else "past", first, k + 1, modal)
    if modal or perfect:
        return Predicate(low, frozenset(), tense, first, k + 1, modal)
    if (
        low.endswith("s")
        and tokens[k].text.islower()
        and low not in {"as", "its", "his", "this", "towards", "besides", "across", "plus", "perhaps"}
    ):
        return Predicate(low, frozenset(), "present", first, k + 1, modal)
    return None


def position_noun(tokens: list[Token], k: int, language: Language) -> str | None:
    """Return the noun of position or courtesy that the verb at token `k` has as its object ("gave his assurance", "came to an agreement")."""
    for n in range(k + 1, min(len(tokens), k + 7)):
        low = tokens[n].low
        if low in language.position_nouns:
            before = tokens[n - 1].low
            return low if before not in {"of", "in", "at", "by", "after", "for"} else None
        if tokens[n].text in {",", ".", ";"} or low in {"that", "and", "of", "by", "at", "after", "in", "on"}:
            return None
    return None


def tails(tokens: list[Token], k: int, tail: tuple[str, ...]) -> bool:
    """Say whether the words of `tail` follow the token at `k`."""
    return all(k + n < len(tokens) and tokens[k + n].low == word for n, word in enumerate(tail, 1))


def clause_at(tokens: list[Token], i: int, actors: Actors, place: str = "front") -> Clause | None:
    """Return the clause whose subject begins at token `i`."""
    if not opens_reference(tokens[i]):
        return None
    subject = reference(tokens, i, actors)
    if subject is None and place == "front" and tokens[i].capital and (pair := unknown_pair(tokens, i, actors)):
        verb = predicate(tokens, pair.last, actors.language)
        return (
            Clause(pair, verb, place, tokens[i].start, tokens[verb.last - 1].end)
            if verb and verb.lemma in {"agree", "decide", "pledge", "resolve", "concur", "vow"} and not verb.passive
            else None
        )
    if not subject or subject.last >= len(tokens):
        return None
    apposed = subject.kind == "person" and any(t.text == "," for t in tokens[subject.first : subject.last])
    found = predicate(tokens, subject.last, actors.language, apposed=apposed)
    if not found or (
        subject.kind == "party"
        and not found.classes
        and found.tense == "present"
        and not found.modal
        and "." in tokens[i].text
    ):
        return None
    return Clause(subject, found, place, tokens[i].start, tokens[found.last - 1].end)


def front_clause(tokens: list[Token], actors: Actors) -> Clause | None:
    """Return the main clause at the front of a sentence, after what may stand before its subject."""
    language = actors.language
    if not tokens:
        return None
    start = 0
    while start < len(tokens) and tokens[start].text in {"“", '"', "‘", "(", "[", "…", "«", "—", "–", "-"}:
        start += 1
    if start >= len(tokens):
        return None
    found = clause_at(tokens, start, actors)
    if found:
        return found
    head = tokens[start].low
    opening = head in language.openers or head.endswith(("ing", "ly", "ed"))
    if not opening:
        colon = next((k for k in range(start, min(len(tokens) - 2, start + 14)) if tokens[k].text == ":"), None)
        inner = clause_at(tokens, colon + 1, actors) if colon is not None else None
        return (
            inner
            if inner
            and inner.subject.kind in {"joint", "person"}
            and inner.predicate.classes & {"joint", "say", "act"}
            and inner.predicate.tense == "past"
            else None
        )
    if head in {"while", "whereas", "although", "though", "as"} and start + 1 < len(tokens):
        inner = clause_at(tokens, start + 1, actors)
        if (
            inner
            and inner.predicate.reports
            and inner.predicate.tense == "past"
            and inner.subject.kind in {"person", "role", "pronoun"}
            and (head != "as" or "say" in inner.predicate.classes)
        ):
            return inner
    for k in range(start + 1, len(tokens) - 1):
        if tokens[k].text == ",":
            step = k + 1
            if tokens[step].text in CLOSING and step + 1 < len(tokens):
                step += 1
            if tokens[step].low in {"and", "but"} and step + 1 < len(tokens):
                step += 1
            found = clause_at(tokens, step, actors)
            if found and (found.subject.kind != "party" or found.predicate.tense != "unknown"):
                return found
    for k in range(start + 1, min(len(tokens), start + 16)):
        if tokens[k].text == ",":
            break
        if (
            tokens[k - 1].low in language.not_before_subject
            or tokens[k - 1].low in {"the", "a", "an", "his", "her", "their"}
            or tokens[k - 1].text in {"-", "–"}
        ):
            continue
        found = clause_at(tokens, k, actors)
        if found and found.predicate.classes:
            return found
    return None


BEFORE_CUE: Final = frozenset({"according", ",", "—", "–", *CLOSING})


def after_clauses(tokens: list[Token], actors: Actors) -> list[Clause]:
    """Return the cues inside or after what is said: ", Brel said", ", said Brel, adding …", ", he added, …", "according to X"."""
    language = actors.language
    found: list[Clause] = []
    for k in [k for k, token in enumerate(tokens) if token.low in BEFORE_CUE]:
        token = tokens[k]
        if token.low == "according" and k + 2 < len(tokens) and tokens[k + 1].low == "to":
            if clause := according(tokens, k, actors):
                found.append(clause)
            continue
        if token.low == "according" or k + 2 > len(tokens) - 1:
            continue
        clause = clause_at(tokens, k + 1, actors, "after")
        if clause and is_cue(tokens, clause, language):
            found.append(clause)
            continue
        if clause := inverted(tokens, k + 1, actors, language):
            found.append(clause)
    return found


def is_cue(tokens: list[Token], clause: Clause, language: Language) -> bool:
    """Say whether a clause behind a comma or quotation mark is a cue: a verb of saying with nothing of its own behind it."""
    verb = clause.predicate
    if (
        clause.subject.kind == "joint"
        and verb.classes & {"joint"}
        and verb.tense == "past"
        and not verb.negated
        and (verb.last >= len(tokens) or tokens[verb.last].text in {".", ","})
    ):
        return True
    if (
        clause.subject.kind not in SPEAKERS
        or verb.modal
        or verb.passive
        or not ("say" in verb.classes or verb.lemma in {"believe", "hope", "think"})
        or verb.tense not in {"past", "present"}
    ):
        return False
    if verb.last >= len(tokens):
        return True
    following = tokens[verb.last]
    told = verb.lemma in {"tell", "inform", "assure", "remind"} or (
        verb.lemma in {"ask", "answer", "warn"}
        and following.low in {"him", "her", "them", "reporters", "journalists", "the"}
    )
    return following.text in AFTER_CUE or following.low in language.cue_tails or told


def inverted(tokens: list[Token], k: int, actors: Actors, language: Language) -> Clause | None:
    """Return the cue "said Brel" at token `k`."""
    forms = language.verbs.get(tokens[k].low, ())
    form = next(
        (
            f
            for f in forms
            if f.tense == "past" and "say" in f.classes and not f.tail and f.lemma not in language.addressing
        ),
        None,
    )
    if not form:
        return None
    subject = reference(tokens, k + 1, actors)
    if not subject or subject.kind not in SPEAKERS:
        return None
    if (
        subject.last < len(tokens)
        and tokens[subject.last].text not in AFTER_CUE
        and tokens[subject.last].low not in language.cue_tails
        and (
            form.lemma != "say"
            or subject.kind not in {"person", "role"}
            or bool(language.verbs.get(tokens[subject.last].low))
            or tokens[subject.last].low in BE | HAVE
        )
    ):
        return None
    verb = Predicate(form.lemma, form.classes, "past", k, k + 1)
    return Clause(subject, verb, "after", tokens[k].start, tokens[subject.last - 1].end)


def according(tokens: list[Token], k: int, actors: Actors) -> Clause | None:
    """Return the cue "according to X" at token `k`, where X is a person."""
    subject = reference(tokens, k + 2, actors)
    if tokens[k + 2].low in {"him", "her"}:
        subject = Reference("pronoun", k + 2, k + 3, how="pronoun", word="he" if tokens[k + 2].low == "him" else "she")
    if not subject or subject.kind not in {"person", "role", "pronoun"}:
        return None
    verb = Predicate("say", frozenset({"say"}), "past", k, k + 2)
    return Clause(subject, verb, "after", tokens[k].start, tokens[subject.last - 1].end)
