"""Who takes part: persons gathered from their mentions, and which of them a name, a title or a role stands for.

Nothing here decides who speaks; a reference that fits several persons equally is left open.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from verbale.language import Language
from verbale.parse.gazetteer import Gazetteer
from verbale.parse.names import ARTICLED, read_name, skip_post_nominals
from verbale.parse.people import Mention
from verbale.parse.persons import Person, canonical, compatible, fathered, folded, initials_agree
from verbale.parse.tokens import Token
from verbale.span import Span

MAX_PERSONS: Final = 500
"""Persons among whom one is looked for by title, role or pronoun: what names more is no readout, and must not take for ever."""


MAX_NAMESAKES: Final = 100
"""Persons whom one word of a name can mean: shared by more, it tells nobody apart."""


def held_as(person: Person, wanted: str, language: Language) -> bool:
    """Say whether an office that somebody holds begins or ends with a title ("Minister" of a "Foreign Minister")."""
    return any(
        f" {part}".endswith(f" {wanted}")
        or canonical(t, language).startswith(f"{wanted} ")
        or f" {part}".partition(" for ")[0].endswith(f" {wanted}")
        for t in person.titles
        for part in canonical(t, language).split(" and ")
    )


MAX_INITIALS: Final = 6
"""Letters that the initials of a body have fewer than."""


@dataclass(slots=True)
class Actors:
    """The persons and states of one document."""

    language: Language
    gazetteer: Gazetteer
    text: str
    titled: frozenset[str] = frozenset()
    letter_words: frozenset[str] = frozenset()
    persons: list[Person] = field(default_factory=list)
    known: int = 0
    by_word: dict[str, list[Person]] = field(default_factory=dict)
    offices: dict[str, list[tuple[tuple[str, ...], Person]]] = field(default_factory=dict)
    speaking_for: dict[int, tuple[int, Person]] = field(default_factory=dict)

    def is_initials(self, name: tuple[str, ...]) -> bool:
        """Say whether what stands behind a title is no name but a body's initials, which the document gives in brackets ("President of the Xian NA")."""
        return len(name) == 1 and 1 < len(name[0]) < MAX_INITIALS and name[0].isupper() and f"({name[0]})" in self.text

    def find(self, mention: Mention) -> Person | None:
        """Return the person already known whom a named mention means."""
        words = [
            w.casefold() if w.isascii() else folded(w)
            for w in mention.name
            if len(w) > 1 and w.lower() not in self.language.words.generations
        ]
        candidates = (
            next((people for word in (words[-1:] + words) if (people := self.by_word.get(word))), []) if words else []
        )
        if len(mention.name) == 1 and mention.name[0][1:2] == "." and not candidates:
            initial, _, surname = mention.name[0].partition(".")
            held = self.by_word.get(folded(surname), [])
            return next((p for p in held if p.name[0][:1] == initial and len(p.name) > 1), None)
        found = [p for p in candidates if set(words) <= p.tokens or p.whole <= set(words)]
        if mention.title and found and any(len(p.name) != len(mention.name) for p in found):
            found = [p for p in found if not fathered(p, mention, self.language)]
        if len(words) == 1 or any(len(p.name) == 1 for p in found):
            found = [p for p in found if compatible(p, mention, self.language)] or (
                [] if len(words) == 1 and mention.title else found
            )
        found = [p for p in found if initials_agree(p.name, mention.name)]
        if len(found) > 1:
            same = [p for p in found if p.tokens == set(words)] or [
                p
                for p in found
                if mention.title
                and canonical(mention.title, self.language) in {canonical(t, self.language) for t in p.titles}
            ]
            found = same or found
        return found[0] if found else None

    def add(self, mention: Mention) -> Person:
        """Register a named mention; return its person."""
        if mention.name[:1] == ("M",) and len(mention.name) > 2:
            mention = self.without_monsieur(mention)
        if mention.name[:1] in {("Don",), ("Doña",)}:
            mention = self.without_don(mention)
        known_already = self.find(mention)
        person = known_already or self.new()
        if (
            sum(w not in {".", ","} for w in mention.name) > len(person.name)
            or not person.spelled
            or (
                any(len(w) == 1 for w in person.name)
                and len(mention.name) > 1
                and all(len(w) > 1 for w in mention.name)
            )
            or (
                len(mention.name) >= len(person.name)
                and "".join(person.name).isupper()
                and not "".join(mention.name).isupper()
            )
        ):
            person.rename(tuple(word for word in mention.name if word not in {".", ","}))
            person.spelled = (
                " ".join(mention.name_span.of(self.text).split()) if mention.name_span else " ".join(person.name)
            )
        for word in sorted(person.tokens):
            known = self.by_word.setdefault(word, [])
            if len(known) < MAX_NAMESAKES and person not in (known if known_already else known[-1:]):
                known.append(person)
        if mention.title and not mention.former:
            if mention.title not in person.titles:
                own = person.borrowed and " " in mention.title and mention.rank == person.rank
                person.titles.insert(0 if own else len(person.titles), mention.title)
                person.borrowed = person.borrowed and not own
            person.title_words |= set(canonical(mention.title, self.language).split()) | set(mention.title_words)
            person.rank = min(person.rank, mention.rank)
        if mention.title and mention.former:
            person.past = person.past or f"former {mention.title}"
        if mention.state and not person.state:
            person.state = mention.state
            person.qualified = True
        person.former = mention.former if not person.mentions else person.former and mention.former
        person.gender = person.gender or mention.gender
        person.mentions.append(mention.span)
        if person.at is None or (mention.title and person.name_at is None):
            person.at = mention.span
        if mention.title:
            person.name_at = person.name_at or mention.name_span
        return person

    def without_don(self, mention: Mention) -> Mention:
        """Return a mention without the "Don" before the name of a monarch who was named by it alone ("King Don Brel … Don Brel said")."""
        held = self.by_word.get(folded(mention.name[-1]), [])
        if len(mention.name) > 2 or not held or len(held[0].name) > 1 or mention.name_span is None:
            return mention
        return mention._replace(
            name=mention.name[1:],
            name_span=Span(mention.name_span.end - len(mention.name[1]), mention.name_span.end),
        )

    def without_monsieur(self, mention: Mention) -> Mention:
        """Return a mention without the "M." before its name, where the house writes French honorifics ("M. Étienne Brel"), else as it is."""
        if not any(self.gazetteer.met[state] for state in self.language.francophone) or mention.name_span is None:
            return mention
        words = mention.name[2 if mention.name[1] == "." else 1 :]
        start = self.text.index(words[0], mention.name_span.start + 1)
        return mention._replace(name=words, name_span=Span(start, mention.name_span.end))

    def new(self) -> Person:
        """Return a new person; of a crowd only the first can be meant by titles and roles, all by their names."""
        person = Person(self.known)
        self.known += 1
        if len(self.persons) < MAX_PERSONS:
            self.persons.append(person)
        return person

    def only_a_surname(self, state: str) -> bool:
        """Say whether a document uses a state's name as a person's alone: with a title before it, and nobody serves that state."""
        titled = any(len(p.name) > 1 and p.name[-1] == state and p.titles for p in self.persons)
        return titled and not any(p.state == state for p in self.persons)

    def by_title(self, mention: Mention) -> list[Person]:
        """Return the persons for whom a title without a name can stand, best fits only, in order of first mention."""
        words = self.language.words
        if not mention.title:
            return []
        wanted = canonical(" ".join(mention.title_words), self.language)
        full = canonical(mention.title, self.language)
        pool = [p for p in self.persons if p.titles and (not mention.state or p.state in {None, mention.state})]
        if mention.own:
            pool = (
                [p for p in pool if not p.qualified]
                or self.formally(mention.span.of(self.text).split()[-1])
                or self.named_first(pool, wanted)
            )
        if mention.state and any(p.state == mention.state for p in pool):
            pool = [p for p in pool if p.state == mention.state]
        called = {full, wanted} | ({"president"} if wanted == "chief executive" else set())
        exact = [p for p in pool if any(canonical(t, self.language) in called for t in p.titles)]
        if exact and full == wanted and wanted in self.language.bare_offices and not mention.state:
            return [p for p in pool if p in exact or (p.rank == mention.rank and held_as(p, wanted, self.language))]
        if exact:
            return exact
        if wanted in words.chairs and any(p.chairs for p in self.persons):
            return [p for p in self.persons if p.chairs]
        if wanted in words.party_chiefs and (
            heading := [p for p in pool if any("general secretary" in canonical(t, self.language) for t in p.titles)]
        ):
            return heading
        ending = [p for p in pool if held_as(p, wanted, self.language)]
        headed = (
            [p for p in pool if words.called_heads.get(wanted) in {canonical(t, self.language) for t in p.titles}]
            if wanted in words.called_heads
            else []
        )
        return (
            ending
            or headed
            or [p for p in pool if set(wanted.split()) <= p.title_words and len(wanted.split()) > 1]
            or [
                p
                for p in pool
                if p.state and f"{p.state.split()[-1].lower()} {canonical(p.titles[0], self.language)}" == wanted
            ]
            or [p for p in pool if mention.state and p.state == mention.state and p.rank == mention.rank == 1]
        )

    def formally(self, form: str) -> list[Person]:
        """Return those who serve a state in whose formal name the document has a word ("the President of the Confederation")."""
        return [
            p
            for p in self.persons
            if p.titles and p.state and (form in p.state.split(" ") or f"{form} of {p.state}" in self.text)
        ]

    def named_first(self, pool: list[Person], title: str) -> list[Person]:
        """Return the one of a pool who holds a title and is named first, guests left out: whom a house means by "the President of the Republic" where all have their states."""
        held = [
            p for p in pool if p.at and not p.visiting and any(canonical(t, self.language) == title for t in p.titles)
        ]
        return [min(held, key=lambda p: p.at or (0, 0))] if held else []

    def office_at(self, tokens: list[Token], i: int) -> tuple[Person, int] | None:
        """Return who holds the office that no list has at token `i` ("Raksha Mantri", "Council President"), and the index after it."""
        for words, holder in self.offices.get(tokens[i].text, ()):
            if tuple(t.text for t in tokens[i : i + len(words)]) == words:
                return holder, i + len(words)
        return None

    def name_at(self, tokens: list[Token], i: int) -> tuple[list[Person], int]:
        """Return the persons whom a run of name words from token `i` on can mean, and the index after it."""
        word = tokens[i].text
        people = self.by_word.get(word.casefold() if word.isascii() else folded(word))
        if not people or not (tokens[i].capital or ARTICLED.match(word)):
            return [], i
        k = i + 1
        while k < len(tokens) and k - i < 8:
            token = tokens[k]
            if token.text == "." and len(tokens[k - 1].text) <= 2 and k + 1 < len(tokens):
                k += 1
                continue
            plain = token.low if token.text.isascii() else folded(token.text)
            narrowed = [p for p in people if plain in p.tokens] if plain in self.by_word else []
            if not narrowed or not (
                token.capital or ARTICLED.match(token.text) or token.low in self.language.name_particles
            ):
                break
            people = narrowed
            k += 1
        while tokens[k - 1].text == ".":
            k -= 1
        k = skip_post_nominals(tokens, k, self.language)
        if k == i + 1 and (len(word) == 1 or word in self.language.starters):
            return [], i
        named = self.gazetteer.name(tokens, i) if k == i + 1 else None
        if named and all(len(p.name) > 1 for p in people) and not self.only_a_surname(named[0]):
            return [], i
        if (
            k == i + 1
            and k < len(tokens)
            and tokens[k].capital
            and tokens[k].start - tokens[i].end == 1
            and tokens[k].text not in self.language.starters
            and read_name(tokens, k, self.language) > k
            and tokens[k].low not in self.language.weekdays
        ):
            whole = self.by_word.get(folded(tokens[k].text))
            if not whole:
                return [], i
        return list(people), k
