"""Body paragraphs to attributed sentences: builds what the rules look at, asks them in order, keeps the state moving."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors, Person, label_mention
from verbale.parse.clauses import BE, HAVE, Clause, Predicate, after_clauses, clause_at, front_clause, tails
from verbale.parse.furniture import STAGE, Paragraph, Piece
from verbale.parse.quotes import SCARE_WORDS, Quotation, quotations, speech_of, touching
from verbale.parse.reading import Attribution, Sentence, Speech, State, Voice
from verbale.parse.sentences import split
from verbale.parse.speakers import RULES, advance, attribute, explain, said_by
from verbale.parse.tokens import Token, between, tokenize
from verbale.span import Span

SIGNED: Final = re.compile(r"[\r\n]*(?P<name>[^\r\n]{1,120})(?![^\r\n])")
"""The next line, where it is short enough for a signature."""
MAX_TOKENS: Final = 2000
"""Words and marks of a sentence that are looked at: a longer one is no prose."""
GENDERED: Final = {"he": "male", "his": "male", "him": "male", "she": "female", "her": "female", "hers": "female"}
FIRST_PERSON: Final = frozenset({"i", "we", "our", "us", "my", "me", "ours"})
SPOKEN: Final = frozenset({"say", "act", "joint"})
JOINTS: Final = frozenset({",", ";", "and", "while", "but", "whereas", "which", "as", "whom"})


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence with its attribution and its speech; `others` are the rules that would have answered too."""

    sentence: Sentence
    attribution: Attribution
    speech: str
    others: tuple[Attribution, ...] = ()


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation that may run over several sentences, with the cue outside it that names its speaker."""

    span: Span
    cue: Clause | None
    sentence: int
    signed: Person | None = None


def segments(text: str, span: Span) -> tuple[list[Span], list[Piece]]:
    """Return the parts of a paragraph between its stage directions, and those; one inside a sentence stays in it."""
    parts: list[Span] = []
    stages: list[Piece] = []
    begin = span.start
    for m in STAGE.finditer(text, span.start, span.end):
        before = text[begin : m.start()].rstrip()
        after = text[m.end("stage") : span.end].lstrip()
        if before and before[-1] not in '.!?…”"’' and after:
            continue
        parts.append(Span(begin, m.start()).trim(text))
        stages.append(Piece("stage-direction", Span(m.start("stage"), m.end("stage"))))
        begin = m.end("stage")
    parts.append(Span(begin, span.end).trim(text))
    return [p for p in parts if p.start < p.end], stages


def main_tense(tokens: list[Token], actors: Actors) -> str:
    """Return past, present, perfect or modal by the first finite verb of a sentence; `none` where none is known."""
    language = actors.language
    for k, token in enumerate(tokens):
        low = token.low
        before = tokens[k - 1].low if k else ""
        if low in language.modals and before not in {"the", "a", "of", "no", "political"}:
            return "modal"
        if low in BE:
            return "past" if low in {"was", "were"} else "present"
        if low in HAVE:
            return "past" if low == "had" else "perfect"
        if low == "did":
            return "past"
        if k and before not in {
            "the",
            "a",
            "an",
            "of",
            "to",
            "and",
            "in",
            "on",
            "for",
            "by",
            "with",
            "at",
            "as",
            "their",
            "its",
            "his",
            "her",
            ",",
        }:
            forms = language.verbs.get(low, ())
            if any(f.tense == "past" and not f.tail for f in forms) and not any(f.tense == "base" for f in forms):
                return "past"
            if any(f.tense == "present" and not f.tail for f in forms) and token.text.islower() and before.isalpha():
                return "present"
    return "none"


def second_clauses(tokens: list[Token], front: Clause | None, actors: Actors) -> tuple[Clause, ...]:
    """Return further verbs of the front's subject and clauses of other speakers behind it."""
    if not front:
        return ()
    found: list[Clause] = []
    language = actors.language
    for k in [
        k for k in range(front.predicate.last, len(tokens)) if (low := tokens[k].low) in JOINTS or low[-3:] == "ing"
    ]:
        if tokens[k].low not in JOINTS:
            follows_on = tokens[k - 1].text == "," or tokens[k - 1].low.endswith("ly")
            if follows_on and (clause := same_subject(tokens, k, front, language, ing=True)):
                found.append(clause)
            continue
        step = k + 1
        while step < len(tokens) and (
            tokens[step].low in {"and", "while", "but", "whereas", "to", "which", "also", "then", "further", "jointly"}
            or tokens[step].low.endswith("ly")
        ):
            step += 1
        if step >= len(tokens):
            break
        clause = same_subject(tokens, step, front, language) or clause_at(tokens, step, actors, "behind")
        if clause and clause.predicate.classes & SPOKEN and not (found and found[-1].start == clause.start):
            found.append(clause)
    return tuple(found)


def same_subject(tokens: list[Token], k: int, front: Clause, language: Language, *, ing: bool = False) -> Clause | None:
    """Return the clause of a verb at token `k` that shares the front's subject ("met … and thanked")."""
    forms = language.verbs.get(tokens[k].low)
    if not forms:
        return None
    wanted = {"ing"} if ing else {"past", "present"} if tokens[k - 1].low == "which" else {"past"}
    form = next((f for f in forms if f.tense in wanted and f.classes & SPOKEN and tails(tokens, k, f.tail)), None)
    if not form:
        return None
    last = k + 1 + len(form.tail)
    return Clause(
        front.subject,
        Predicate(form.lemma, form.classes, "past", k, last),
        "behind",
        tokens[k].start,
        tokens[last - 1].end,
    )


def within(place: int, quoted: list[Span]) -> bool:
    """Say whether a place lies inside one of the quotations, which are in order."""
    return bool(quoted and touching(quoted, Span(place, place + 1)))


def build(
    text: str, body: list[Paragraph], streams: Mapping[int, list[Token]], actors: Actors
) -> tuple[list[Sentence], list[Quoted], list[Piece]]:
    """Return the sentences of a body as the rules see them, its long quotations with their cues, and its stage directions."""
    stages: list[Piece] = []
    sentences: list[Sentence] = []
    quotes = quotations(text, [p.span for p in body])
    long = [q for q in quotes if len(q.span.of(text).split()) > SCARE_WORDS]
    quoted = [q.span for q in long]
    carried: Paragraph | None = None
    number = 0
    for paragraph in body:
        if paragraph.label_only:
            carried = paragraph
            continue
        number += 1
        parts, directions = segments(text, paragraph.span)
        stages.extend(directions)
        label_at = paragraph.label or (carried.label if carried else None)
        label = person_of_label(text, label_at, actors) if label_at else None
        turn = Turn(paragraph, number, label, labelled=label_at is not None)
        first = True
        for part in parts:
            for span in split(text, part.start, part.end, actors.language):
                tokens = between(streams[paragraph.span.start], text, span)[:MAX_TOKENS]
                sentences.append(sentence(span, tokens, len(sentences), turn, actors, quoted, first=first))
                first = False
        if first:
            number -= 1
        carried = None
    return sentences, owners(text, long, sentences, actors), stages


def person_of_label(text: str, label: Span, actors: Actors) -> Person | None:
    """Return the person whom a turn's label names."""
    mention = label_mention(tokenize(text, label.start, label.end), actors)
    if not mention:
        return None
    if mention.name:
        return actors.find(mention)
    found = actors.by_title(mention)
    own = [p for p in found if not p.qualified]
    return next(iter(own or found), None)


@dataclass(frozen=True, slots=True)
class Turn:
    """A paragraph with its number among those that have sentences, and the person whose label stands before it."""

    paragraph: Paragraph
    number: int
    label: Person | None
    labelled: bool


def sentence(
    span: Span, tokens: list[Token], index: int, turn: Turn, actors: Actors, quoted: list[Span], *, first: bool
) -> Sentence:
    """Return one sentence with the clauses that the rules look at."""
    text = actors.text
    outer = touching(quoted, span)
    inside = any(q.start <= span.start and span.end <= q.end for q in outer)
    opens_inside = inside or any(q.start < span.start < q.end for q in outer)
    front = front_clause(tokens, actors)
    inner = front
    if front and within(front.start, outer):
        front = None
    after = tuple(
        c
        for c in after_clauses(tokens, actors)
        if not within(c.start, outer) and (not front or c.start > front.start or c.start == span.start)
    )
    plain = [t for t in tokens if not within(t.start, outer)] or tokens if outer else tokens
    return Sentence(
        index=index,
        span=span,
        tokens=tokens,
        paragraph=turn.number,
        first=first,
        label=turn.label,
        labelled=turn.labelled,
        marker=turn.paragraph.marker.of(text) if turn.paragraph.marker else None,
        separated=turn.paragraph.separated,
        front=front,
        after=after,
        second=second_clauses(tokens, front, actors),
        inside=inside,
        opens_inside=opens_inside,
        tense=front.predicate.tense
        if front and front.predicate.classes and not front.predicate.modal
        else main_tense(plain, actors),
        first_person=any(t.low != "us" or t.text == "us" for t in plain if t.low in FIRST_PERSON),
        ends_colon=text[span.end - 1] == ":",
        inner_front=inner,
        before_quotation=text[span.end :].lstrip()[:1] in {"“", '"', "«"} if text[span.end - 1] == ":" else False,
        headed=turn.paragraph.heading is not None,
    )


def owners(text: str, long: list[Quotation], sentences: list[Sentence], actors: Actors) -> list[Quoted]:
    """Return the quotations of a document, those that go on in the next paragraph joined, each with its cue."""
    groups: list[list[Quotation]] = []
    for q in long:
        if groups and not groups[-1][-1].closed and not text[groups[-1][-1].span.end : q.span.start].strip():
            groups[-1].append(q)
        else:
            groups.append([q])
    found: list[Quoted] = []
    at = 0
    for group in groups:
        span = Span(group[0].span.start, group[-1].span.end)
        while at < len(sentences) and sentences[at].span.end <= span.start:
            at += 1
        quoted = quoted_with_cue(span, sentences, at)
        found.append(replace(quoted, signed=signature(text, span, actors)) if quoted.cue is None else quoted)
    return found


def signature(text: str, quotation: Span, actors: Actors) -> Person | None:
    """Return the person whom the short line under a quotation names ("— The Rt. Hon. Ana Brel, Prime Minister of …")."""
    line = SIGNED.match(text, quotation.end)
    if not line or line["name"].rstrip()[-1:] in {".", ":"}:
        return None
    tokens = [t for t in tokenize(text, *line.span("name")) if t.text not in {"—", "–", "-"}]
    for k in range(min(9, len(tokens))):
        people, end = actors.name_at(tokens, k)
        if len(people) == 1 and end > k + 1:
            return people[0]
    mention = label_mention(tokens, actors) if tokens else None
    return actors.find(mention) if mention and mention.name else None


def quoted_with_cue(span: Span, sentences: list[Sentence], at: int) -> Quoted:
    """Return a quotation with the cue in one of the sentences that it touches, the first of them at index `at`."""
    k = at
    while k < len(sentences) and sentences[k].span.start < span.end:
        s = sentences[k]
        if s.front and s.front.predicate.reports and s.front.start < span.start and k == at:
            return Quoted(span, s.front, k)
        for clause in s.after:
            if clause.start >= span.end or clause.end <= span.start or not span.start <= clause.start < span.end:
                return Quoted(span, clause, k)
        k += 1
    return Quoted(span, None, at)


def attribute_all(
    text: str,
    body: list[Paragraph],
    streams: Mapping[int, list[Token]],
    actors: Actors,
    *,
    statement: bool,
    home: str | None = None,
    why: bool = False,
) -> tuple[list[Statement], list[Piece]]:
    """Return the statements of a body in order with their speakers, and the stage directions between them.

    `statement` says that the document is the sides' own, `home` in which state it is written; with `why` the other rules are asked too.
    """
    sentences, quotes, stages = build(text, body, streams, actors)
    reveal_genders(sentences, actors)
    vote_genders(sentences, actors)
    state = State(actors, statement=statement, home=home)
    done: list[Statement] = []
    spans = [q.span for q in quotes]
    looked_into: set[int] = set()
    at = 0
    for each in sentences:
        s = each
        while at < len(quotes) and quotes[at].span.end <= s.span.start:
            at += 1
        quote = quotes[at] if at < len(quotes) and quotes[at].span.start <= s.span.start < quotes[at].span.end else None
        state.quotation = owner(quote, s, sentences, done, state) if quote else None
        if quote and quote.span.start in looked_into:
            state.quotation = None
        if quote and not state.quotation and quote.cue is None:
            looked_into.add(quote.span.start)
            s = replace(
                s,
                front=s.inner_front,
                inside=False,
                opens_inside=False,
                second=second_clauses(s.tokens, s.inner_front, actors),
            )
        state.paragraph = s.paragraph
        state.position = s.span.start
        others = tuple(explain(s, state)) if why else ()
        attribution = attribute(s, state)
        inner = [] if attribution.rule.startswith("turn") else touching(spans, s.span)
        speech = (
            "direct"
            if (attribution.rule.startswith("turn") and attribution.voice.kind != "narrator")
            or block_direct(state, attribution)
            else speech_of(text, s.span, inner, attribution.cue)
        )
        done.append(Statement(s, attribution, speech, others))
        advance(s, attribution, state)
    return done, stages


def block_direct(state: State, attribution: Attribution) -> bool:
    """Say whether a sentence continues a block speech in the first person."""
    return bool(state.speech and state.speech.block and state.speech.direct and attribution.basis == "continued")


def owner(quote: Quoted, s: Sentence, sentences: list[Sentence], done: list[Statement], state: State) -> Speech | None:
    """Return whose quotation a sentence stands in, with the sentence that names him."""
    if quote.cue is None:
        before = done[-1] if done else None
        quoting = before and before.speech != "reported" and before.attribution.rule in {"cue_behind", "in_quotation"}
        near = before and (
            quoting or before.sentence.paragraph == s.paragraph or before.sentence.ends_colon or s.first_person
        )
        if quote.signed and not (before and before.sentence.ends_colon):
            return Speech(Voice("person", quote.signed), s.index, s.paragraph)
        if before and near and before.attribution.voice.kind in {"person", "party"}:
            return Speech(
                before.attribution.voice,
                before.attribution.origin if before.attribution.origin is not None else before.sentence.index,
                s.paragraph,
            )
        return None
    if quote.sentence < s.index:
        given = done[quote.sentence].attribution
        return Speech(given.voice, quote.sentence, s.paragraph)
    found = said_by(quote.cue, sentences[quote.sentence], state, "in_quotation")
    return Speech(found.voice, quote.sentence, s.paragraph) if found else None


def vote_genders(sentences: list[Sentence], actors: Actors) -> None:
    """Give persons the gender of the pronouns in sentences that mention nobody else, and of those that open the next one."""
    votes: dict[int, Counter[str]] = {}
    before: Person | None = None
    for s in sentences:
        met: dict[int, Person] = {}
        heard: list[str] = []
        behind = 0
        for k in [k for k, t in enumerate(s.tokens) if t.capital or t.low in GENDERED or t.low != t.text]:
            if k < behind:
                continue
            people, end = actors.name_at(s.tokens, k)
            if len(people) == 1 and end > k:
                met[people[0].key] = people[0]
                behind = end
            elif s.tokens[k].low in GENDERED and (met or k == 0):
                heard.append(GENDERED[s.tokens[k].low])
        first = GENDERED.get(s.tokens[0].low) if s.tokens else None
        if len(met) == 2 and (other := object_pronoun(s, list(met.values()))):
            votes.setdefault(other[0].key, Counter())[other[1]] += 1
        whom = next(iter(met.values())) if len(met) == 1 and first is None else before if not met and first else None
        if whom and heard:
            votes.setdefault(whom.key, Counter())[heard[0]] += 1
        before = next(iter(met.values())) if len(met) == 1 else None if met else before
    for person in actors.persons:
        counted = votes.get(person.key)
        if counted and person.gender is None:
            (best, n), *rest = counted.most_common()
            if not rest or n > 2 * rest[0][1]:
                person.gender = best


def object_pronoun(s: Sentence, met: list[Person]) -> tuple[Person, str] | None:
    """Return whom of two persons a pronoun that is an object means, with its gender: the one who is not the subject ("thanked Brel and commended her")."""
    if (
        not s.front
        or not s.front.predicate.reports
        or s.front.subject.kind != "person"
        or len(s.front.subject.persons) != 1
    ):
        return None
    others = [p for p in met if p is not s.front.subject.persons[0]]
    for k, token in enumerate(s.tokens[:-1]):
        following = s.tokens[k + 1]
        if (
            token.low in {"him", "her"}
            and (
                not following.text[0].isalpha()
                or following.low in {"on", "for", "to", "that", "and", "in", "of", "about", "with"}
            )
            and token.start > s.front.end
        ):
            return (others[0], GENDERED[token.low]) if len(others) == 1 else None
    return None


def reveal_genders(sentences: list[Sentence], actors: Actors) -> None:
    """Note the gender of persons beside whose name a possessive stands ("Brel, for her part", "President Brel on his election")."""
    for s in sentences:
        tokens = s.tokens
        for k, token in enumerate(tokens):
            if token.low not in {"his", "her"} or k < 2:
                continue
            if tokens[k - 1].low in {"for", "on", "in", "of", "to"}:
                back = k - 2 if tokens[k - 2].text != "," else k - 3
                people = actors.by_word.get(tokens[back].text.casefold(), []) if back >= 0 else []
                if len(people) == 1 and people[0].gender is None:
                    people[0].gender = "male" if token.low == "his" else "female"


__all__ = ["RULES", "Statement", "attribute_all"]
