"""Subject and verb of a sentence, and cues after or inside it; whose statement it is, `speakers` decides.

A clause is a noun phrase that stands for somebody with the verb that it governs. Only what the language file lists as
words is known here; a verb that no list has is told by its ending.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.jointphrases import possessive, unknown_pair
from verbale.parse.persons import Reference
from verbale.parse.predicates import BE, HAVE, Predicate, predicate
from verbale.parse.references import opens_reference, reference
from verbale.parse.tokens import Token

CLOSING: Final = frozenset({"”", '"', "’", "»", "'"})


AFTER_CUE: Final = frozenset({",", ".", ";", ":", "!", "?", "”", '"', ")", "—", "–"})


APPOSED: Final = 16
"""Words of what somebody is, before the name between commas."""


SPEAKERS: Final = frozenset({"person", "role", "pronoun", "joint", "party", "body"})


class Clause(NamedTuple):
    """A subject with its predicate; `place` is front, inside or after, `start` and `end` the cue in code points."""

    subject: Reference
    predicate: Predicate
    place: str
    start: int
    end: int


def clause_at(tokens: list[Token], i: int, actors: Actors, place: str = "front") -> Clause | None:
    """Return the clause whose subject begins at token `i`."""
    if not opens_reference(tokens[i]) and (not actors.speaking_for or tokens[i].start not in actors.speaking_for):
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
    return opening_clause(tokens, actors) or apposed_clause(tokens, actors)


def apposed_clause(tokens: list[Token], actors: Actors) -> Clause | None:
    """Return the clause of a name between commas behind what its bearer is ("The opposition's leader, Ana Brel, said that …")."""
    if len(tokens) < 5 or not tokens[0].capital:
        return None
    for k in range(2, min(len(tokens) - 4, APPOSED)):
        if tokens[k].text != ",":
            continue
        subject = reference(tokens, k + 1, actors) if tokens[k + 1].capital else None
        if not subject or subject.kind != "person" or subject.how != "name" or subject.last + 1 >= len(tokens):
            return None
        if tokens[subject.last].text != ",":
            return None
        verb = predicate(tokens, subject.last + 1, actors.language)
        said = (
            verb
            and "say" in verb.classes
            and "narrate" not in verb.classes
            and verb.tense == "past"
            and not (verb.passive or verb.modal)
        )
        return Clause(subject, verb, "front", tokens[k + 1].start, tokens[verb.last - 1].end) if verb and said else None
    return None


def opening_clause(tokens: list[Token], actors: Actors) -> Clause | None:
    """Return the clause whose subject opens a sentence or follows what may stand before it."""
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
            and (inner.predicate.tense == "past" or inner.subject.kind == "joint")
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


def clause_behind(tokens: list[Token], i: int, actors: Actors, heard: dict[int, Clause | None]) -> Clause | None:
    """Return the clause whose subject begins at token `i` behind the front of a sentence; `heard` are those asked for before."""
    if i not in heard:
        heard[i] = clause_at(tokens, i, actors, "behind")
    return heard[i]


def after_clauses(
    tokens: list[Token], words: list[str], joints: list[int], actors: Actors, heard: dict[int, Clause | None]
) -> list[Clause]:
    """Return the cues inside or after what is said: ", Brel said", ", said Brel, adding …", ", he added, …", "according to X".

    `words` are the tokens in lower case, `joints` those at which a clause may end or begin, `heard` the clauses behind
    the front that have been asked for.
    """
    language = actors.language
    found: list[Clause] = []
    if words[0] == "in" and (clause := in_view_of(tokens, words, 0, actors)):
        found.append(clause)
    for k in joints:
        if words[k] not in BEFORE_CUE or k + 2 > len(tokens) - 1:
            continue
        if words[k + 1] == "in" and words[k] == "," and (clause := in_view_of(tokens, words, k + 1, actors)):
            found.append(clause)
            continue
        if words[k] == "according":
            if words[k + 1] == "to" and (clause := according(tokens, k, actors)):
                found.append(clause)
            continue
        clause = clause_behind(tokens, k + 1, actors, heard)
        if clause and is_cue(tokens, clause, language):
            found.append(clause._replace(place="after"))
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
        or verb.silent
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
            if (f.tense == "past" or (f.tense == "present" and (tokens[k - 1].text in CLOSING or f.lemma == "say")))
            and "say" in f.classes
            and not f.tail
            and f.lemma not in language.addressing
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


def in_view_of(tokens: list[Token], words: list[str], k: int, actors: Actors) -> Clause | None:
    """Return the cue "in X's view," at token `k`, where X is a person ("in the President's opinion", "in her words")."""
    noun = next((n for n in range(k + 2, min(k + MAX_VIEW, len(words) - 1)) if words[n] in actors.language.views), None)
    if noun is None or words[noun + 1] != ",":
        return None
    if words[k + 1] in {"his", "her"} and noun == k + 2:
        word = "he" if words[k + 1] == "his" else "she"
        subject: Reference | None = Reference("pronoun", k + 1, k + 2, how="pronoun", word=word)
    elif words[noun - 1] in {"'s", "’s", "'", "’"}:
        subject = reference(tokens[: noun - 1], k + 1, actors)
        subject = subject if subject and subject.last == noun - 1 else None
    else:
        return None
    if not subject or subject.kind not in {"person", "role", "pronoun"}:
        return None
    verb = Predicate("say", frozenset({"say"}), "past", k, noun)
    return Clause(subject, verb, "after", tokens[k].start, tokens[noun].end)


MAX_VIEW: Final = 9
"""Words from "in" to the "view" that is somebody's."""


def name_after_office(tokens: list[Token], k: int, actors: Actors) -> Reference | None:
    """Return the person named at or behind token `k`, past an office in small letters ("government spokesperson Ana Brel")."""
    for n in range(k + 1, min(k + MAX_OFFICE, len(tokens))):
        if tokens[n].capital:
            office = tokens[n - 1].low
            language = actors.language
            if office not in language.titles and office not in language.spokespersons | language.role_heads:
                return None
            named, end = actors.name_at(tokens, n)
            return Reference("person", n, end, tuple(named)) if named and not possessive(tokens, end) else None
        if not tokens[n - 1].text.isalpha():
            return None
    return None


MAX_OFFICE: Final = 5
"""Words of an office in small letters, and the first of the name."""


def according(tokens: list[Token], k: int, actors: Actors) -> Clause | None:
    """Return the cue "according to X" at token `k`, where X is a person."""
    subject = reference(tokens, k + 2, actors)
    if subject is None and tokens[k + 2].text.islower():
        subject = name_after_office(tokens, k + 2, actors)
    if tokens[k + 2].low in {"him", "her"}:
        subject = Reference("pronoun", k + 2, k + 3, how="pronoun", word="he" if tokens[k + 2].low == "him" else "she")
    if not subject or subject.kind not in {"person", "role", "pronoun"}:
        return None
    verb = Predicate("say", frozenset({"say"}), "past", k, k + 2)
    return Clause(subject, verb, "after", tokens[k].start, tokens[subject.last - 1].end)
