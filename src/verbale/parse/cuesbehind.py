"""Cues inside or behind what is said: a comma and a verb of saying, "according to", "in somebody's view"."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.clauses import CLOSING, SPEAKERS, Clause, clause_at
from verbale.parse.jointphrases import possessive
from verbale.parse.persons import Reference
from verbale.parse.predicates import Predicate, predicate
from verbale.parse.references import reference
from verbale.parse.tokens import Token

AFTER_CUE: Final = frozenset({",", ".", ";", ":", "!", "?", "”", '"', ")", "—", "–"})


BEFORE_CUE: Final = frozenset({"according", ",", "—", "–", "-", *CLOSING})


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
    if words[0] == "for" and (clause := for_whom(tokens, words, actors)):
        found.append(clause)
    if tokens[0].capital and words[0] in language.verbs and (clause := inverted(tokens, 0, actors, language)):
        found.append(clause)
    for k in joints:
        if words[k] not in BEFORE_CUE or k + 2 > len(tokens) - 1:
            continue
        if words[k + 1] == "in" and words[k] == "," and (clause := in_view_of(tokens, words, k + 1, actors)):
            found.append(clause)
            continue
        if words[k] == "according":
            within = k > 1 and words[k - 2] in language.words.clause_pronouns
            if words[k + 1] == "to" and not within and (clause := according(tokens, k, actors)):
                found.append(clause)
            continue
        if words[k + 1] == "as" and words[k] == ",":
            clause = clause_behind(tokens, k + 2, actors, heard)
            closes = clause and clause.subject.kind in {"person", "role", "joint"} and ends(tokens, clause, language)
            if clause and closes and is_cue(tokens, clause, language):
                found.append(clause._replace(place="after"))
            continue
        if words[k + 2] in {"how", "what"} and words[k + 1] in language.words.be and words[k] in CLOSING:
            clause = clause_behind(tokens, k + 3, actors, heard)
            if clause and clause.subject.kind in SPEAKERS and not clause.predicate.passive:
                found.append(clause._replace(place="after"))
            continue
        if (
            words[k + 1] == "that"
            and words[k + 2] in language.words.be
            and (clause := message_behind(tokens, k + 3, actors))
        ):
            found.append(clause)
            continue
        clause = clause_behind(tokens, k + 1, actors, heard) or small_office(tokens, k, actors)
        if clause and is_cue(tokens, clause, language):
            found.append(clause._replace(place="after"))
            continue
        if clause := inverted(tokens, k + 1, actors, language):
            found.append(clause)
    return found


def message_behind(tokens: list[Token], k: int, actors: Actors) -> Clause | None:
    """Return the cue that ends a sentence as somebody's message, its "the" at token `k` ("… – that was the plea of Brel.")."""
    messages = actors.language.words.messages
    if k + 3 >= len(tokens) or tokens[k].low != "the" or tokens[k + 1].low not in messages or tokens[k + 2].low != "of":
        return None
    subject = reference(tokens, k + 3, actors)
    if not subject or subject.kind not in SPEAKERS:
        return None
    verb = Predicate("say", frozenset({"say"}), "past", k - 1, k + 2)
    return Clause(subject, verb, "after", tokens[k - 2].start, tokens[subject.last - 1].end)


def small_office(tokens: list[Token], k: int, actors: Actors) -> Clause | None:
    """Return the cue of somebody named behind an office in small letters, after the mark that closes a quotation ("…,” presidential spokesperson Ana Brel said")."""
    if tokens[k].text not in CLOSING or not tokens[k + 1].text.islower():
        return None
    subject = name_after_office(tokens, k + 1, actors)
    verb = predicate(tokens, subject.last, actors.language) if subject and subject.last < len(tokens) else None
    return Clause(subject, verb, "behind", tokens[k + 1].start, tokens[verb.last - 1].end) if subject and verb else None


def ends(tokens: list[Token], clause: Clause, language: Language) -> bool:
    """Say whether a clause ends its sentence, or only tells to whom it was said ("…, as Brel put it.", "…, as Brel told reporters.")."""
    verb = clause.predicate
    stop = verb.last >= len(tokens) or (verb.last == len(tokens) - 1 and tokens[verb.last].text == ".")
    return stop or verb.lemma in language.words.telling


def is_cue(tokens: list[Token], clause: Clause, language: Language) -> bool:
    """Say whether a clause behind a comma or quotation mark is a cue: a verb of saying with nothing of its own behind it."""
    words = language.words
    verb = clause.predicate
    if (
        clause.subject.kind == "joint"
        and verb.classes & {"joint"}
        and verb.tense == "past"
        and not verb.negated
        and (verb.last >= len(tokens) or tokens[verb.last].text in {".", ","})
    ):
        return True
    if verb.passive and clause.subject.kind in SPEAKERS and verb.lemma in words.cited:
        return verb.last < len(tokens) and tokens[verb.last].low == "as"
    if (
        clause.subject.kind not in SPEAKERS
        or verb.modal
        or verb.passive
        or verb.silent
        or not ("say" in verb.classes or verb.lemma in words.thoughts_as_cues)
        or verb.tense not in {"past", "present"}
    ):
        return False
    if verb.last >= len(tokens):
        return True
    following = tokens[verb.last]
    if verb.lemma in words.thoughts_as_cues and "say" not in verb.classes:
        return following.text in AFTER_CUE
    told = verb.lemma in words.telling or (verb.lemma in words.asking and following.low in words.told_to)
    return following.text in AFTER_CUE or following.low in language.cue_tails or told


def inverted(tokens: list[Token], k: int, actors: Actors, language: Language) -> Clause | None:
    """Return the cue "said Brel" at token `k`."""
    forms = language.verbs.get(tokens[k].low)
    if not forms:
        return None
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
            or tokens[subject.last].low in language.auxiliaries
        )
    ):
        return None
    verb = Predicate(form.lemma, form.classes, "past", k, k + 1)
    return Clause(subject, verb, "after", tokens[k].start, tokens[subject.last - 1].end)


def in_view_of(tokens: list[Token], words: list[str], k: int, actors: Actors) -> Clause | None:
    """Return the cue "in X's view," at token `k`, where X is a person ("in the President's opinion", "in her words")."""
    noun = next((n for n in range(k + 2, min(k + MAX_VIEW, len(words) - 1)) if words[n] in actors.language.views), None)
    if noun is not None and noun == k + 2 and words[k + 1] == "the" and words[noun + 1] == "of":
        return view_of(tokens, k, noun, actors)
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


def for_whom(tokens: list[Token], words: list[str], actors: Actors) -> Clause | None:
    """Return the cue "For Brel," at the beginning of a sentence, where what follows judges: "For Mr Brel, the coast must come first"."""
    subject = reference(tokens, 1, actors) if len(tokens) > MAX_VIEW // 2 else None
    if not subject or subject.kind not in {"person", "role"} or subject.how not in {"name", "title"}:
        return None
    comma = subject.last
    if comma + 2 >= len(tokens) or words[comma] != "," or words[comma + 1] in actors.language.words.relatives:
        return None
    following, language = words[comma + 2 : comma + MAX_JUDGED], actors.language
    if language.words.judging.isdisjoint(following) or not language.words.stays.isdisjoint(following):
        return None
    verb = Predicate("say", frozenset({"say"}), "past", 0, comma)
    return Clause(subject, verb, "after", tokens[0].start, tokens[comma - 1].end)


MAX_JUDGED: Final = 12
"""Words behind "For Brel," among which the verb stands."""


def view_of(tokens: list[Token], k: int, noun: int, actors: Actors) -> Clause | None:
    """Return the cue "in the view of X," at token `k` with the view at token `noun`, where X is a person."""
    if k and tokens[noun].low == "words":  # others' words, quoted within what is said
        return None
    subject = reference(tokens, noun + 2, actors)
    if not subject or subject.kind not in {"person", "role"} or subject.last >= len(tokens):
        return None
    if tokens[subject.last].text not in {",", "."}:
        return None
    verb = Predicate("say", frozenset({"say"}), "past", k, noun)
    return Clause(subject, verb, "after", tokens[k].start, tokens[subject.last - 1].end)


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
