"""Who takes part: persons gathered from their mentions, and which of them a name, a title or a role stands for.

Nothing here decides who speaks; a reference that fits several persons equally is left open.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from verbale.language import Language
from verbale.parse.gazetteer import Gazetteer, survey
from verbale.parse.people import (
    ARTICLED,
    Mention,
    match_title,
    read_mention,
    read_name,
    skip_honorifics,
)
from verbale.parse.tokens import Token, tokenize
from verbale.span import Span

SYNONYMS: dict[str, str] = {
    "premier": "prime minister",
    "pm": "prime minister",
    "secretary general": "secretary-general",
    "vice-president": "vice president",
    "emir": "amir",
    "hr vp": "high representative vice-president",
}


@dataclass(slots=True, eq=False)
class Person:
    """A person of the document, as known so far; `key` counts in the order of first mention."""

    key: int
    name: tuple[str, ...] = ()
    spelled: str = ""
    titles: list[str] = field(default_factory=list)
    title_words: set[str] = field(default_factory=set)
    rank: int = 3
    state: str | None = None
    gender: str | None = None
    at: Span | None = None
    name_at: Span | None = None
    mentions: list[Span] = field(default_factory=list)
    qualified: bool = False
    visiting: bool = False
    unnamed: bool = False
    former: bool = False
    subject: bool = False
    chairs: bool = False

    @property
    def label(self) -> str:
        """Return the name, or title and state where the source never names the person."""
        return self.spelled or " ".join(x for x in (self.titles[0] if self.titles else "", self.state or "") if x)

    @property
    def tokens(self) -> set[str]:
        """Return the words of the name in lower case."""
        return {
            part
            for word in self.name
            for part in (word.casefold(), *(word.casefold().split("-") if "-" in word and len(word) > 6 else ()))
        }


@dataclass(frozen=True, slots=True)
class Reference:
    """What a noun phrase stands for: `kind` is person, party, joint, pronoun, role or body; `last` is the token after it."""

    kind: str
    first: int
    last: int
    persons: tuple[Person, ...] = ()
    parties: tuple[str, ...] = ()
    how: str = "name"
    word: str = ""


def canonical(title: str) -> str:
    """Return a title in lower case, synonyms made one."""
    low = " ".join(title.lower().replace("/", " ").split())
    return SYNONYMS.get(low, low)


@dataclass(slots=True)
class Actors:
    """The persons and states of one document."""

    language: Language
    gazetteer: Gazetteer
    text: str
    titled: frozenset[str] = frozenset()
    letter_words: frozenset[str] = frozenset()
    persons: list[Person] = field(default_factory=list)
    by_word: dict[str, list[Person]] = field(default_factory=dict)
    offices: dict[str, list[tuple[tuple[str, ...], Person]]] = field(default_factory=dict)

    def find(self, mention: Mention) -> Person | None:
        """Return the person already known whom a named mention means."""
        words = [w.casefold() for w in mention.name if len(w) > 1 and w.lower() not in {"jr", "sr"}]
        candidates = (
            next((people for word in (words[-1:] + words) if (people := self.by_word.get(word))), []) if words else []
        )
        found = [p for p in candidates if set(words) <= p.tokens or {w for w in p.tokens if len(w) > 1} <= set(words)]
        if len(words) == 1 or any(len(p.name) == 1 for p in found):
            found = [p for p in found if compatible(p, mention)] or ([] if len(words) == 1 and mention.title else found)
        found = [p for p in found if initials_agree(p.name, mention.name)]
        if len(found) > 1:
            same = [p for p in found if p.tokens == set(words)] or [
                p for p in found if mention.title and canonical(mention.title) in {canonical(t) for t in p.titles}
            ]
            found = same or found
        return found[0] if found else None

    def add(self, mention: Mention) -> Person:
        """Register a named mention; return its person."""
        known_already = self.find(mention)
        person = known_already or self.new()
        if (
            sum(w not in {".", ","} for w in mention.name) > len(person.name)
            or not person.spelled
            or (mention.name and "".join(person.name).isupper() and not "".join(mention.name).isupper())
        ):
            person.name = tuple(word for word in mention.name if word not in {".", ","})
            person.spelled = (
                " ".join(mention.name_span.of(self.text).split()) if mention.name_span else " ".join(person.name)
            )
        for word in sorted(person.tokens):
            known = self.by_word.setdefault(word, [])
            if person not in (known if known_already else known[-1:]):
                known.append(person)
        if mention.title and not mention.former:
            if mention.title not in person.titles:
                person.titles.append(mention.title)
            person.title_words |= set(canonical(mention.title).split()) | set(mention.title_words)
            person.rank = min(person.rank, mention.rank)
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

    def new(self) -> Person:
        """Return a new person."""
        person = Person(len(self.persons))
        self.persons.append(person)
        return person

    def only_a_surname(self, state: str) -> bool:
        """Say whether a document uses a state's name as a person's alone: with a title before it, and nobody serves that state."""
        titled = any(len(p.name) > 1 and p.name[-1] == state and p.titles for p in self.persons)
        return titled and not any(p.state == state for p in self.persons)

    def by_title(self, mention: Mention) -> list[Person]:
        """Return the persons for whom a title without a name can stand, best fits only, in order of first mention."""
        if not mention.title:
            return []
        wanted = canonical(" ".join(mention.title_words))
        full = canonical(mention.title)
        pool = [p for p in self.persons if p.titles and (not mention.state or p.state in {None, mention.state})]
        if mention.state and any(p.state == mention.state for p in pool):
            pool = [p for p in pool if p.state == mention.state]
        exact = [p for p in pool if any(canonical(t) in {full, wanted} for t in p.titles)]
        if exact:
            return exact
        if wanted in {"chair", "chairman", "chairperson", "chairwoman"} and any(p.chairs for p in self.persons):
            return [p for p in self.persons if p.chairs]
        ending = [
            p
            for p in pool
            if any(
                f" {part}".endswith(f" {wanted}") or canonical(t).startswith(f"{wanted} ")
                for t in p.titles
                for part in canonical(t).split(" and ")
            )
        ]
        return (
            ending
            or [p for p in pool if set(wanted.split()) <= p.title_words and len(wanted.split()) > 1]
            or [p for p in pool if mention.state and p.state == mention.state and p.rank == mention.rank == 1]
        )

    def name_at(self, tokens: list[Token], i: int) -> tuple[list[Person], int]:
        """Return the persons whom a run of name words from token `i` on can mean, and the index after it."""
        word = tokens[i].text
        people = self.by_word.get(word.casefold())
        if not people or not (tokens[i].capital or ARTICLED.match(word)):
            return [], i
        k = i + 1
        while k < len(tokens) and k - i < 8:
            token = tokens[k]
            if token.text == "." and len(tokens[k - 1].text) <= 2 and k + 1 < len(tokens):
                k += 1
                continue
            folded = token.text.casefold()
            narrowed = [p for p in people if folded in p.tokens] if folded in self.by_word else []
            if not narrowed or not (
                token.capital or ARTICLED.match(token.text) or token.low in self.language.name_particles
            ):
                break
            people = narrowed
            k += 1
        while tokens[k - 1].text == ".":
            k -= 1
        if k == i + 1 and len(word) == 1:
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
            whole = self.by_word.get(tokens[k].text.casefold())
            if not whole:
                return [], i
        return list(people), k


def initials_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two forms of a name can be one person's: initials of one stand for first letters of the other's given names."""
    first = [w[0].casefold() for w in one[:-1] if w[0].isalpha()]
    second = [w[0].casefold() for w in other[:-1] if w[0].isalpha()]
    spelled = any(len(w) == 1 for w in other[:-1]) != any(len(w) == 1 for w in one[:-1])
    return not spelled or not first or not second or bool(set(first) & set(second))


def compatible(person: Person, mention: Mention) -> bool:
    """Say whether a surname with this title or honorific can mean a person already known."""
    if mention.gender and person.gender and mention.gender != person.gender:
        return False
    if mention.state and person.state and mention.state != person.state:
        return False
    if not mention.title or not person.titles or (len(mention.name) == 1 and len(person.name) > 1):
        return True
    words = set(canonical(mention.title).split()) - {"of", "the", "for"}
    if any(
        canonical(mention.title) == canonical(t)
        or f" {canonical(t)}".endswith(f" {canonical(mention.title)}")
        or canonical(t).startswith(canonical(mention.title))
        for t in person.titles
    ):
        return True
    vice = {"vice", "deputy", "former", "first", "lady"}
    return bool(words & person.title_words) and (words & vice) == (person.title_words & vice)


def collect(
    text: str,
    streams: list[list[Token]],
    labels: Iterable[Span],
    title: Span | None,
    language: Language,
    captions: Iterable[Span] = (),
) -> Actors:
    """Return the persons and states of a document: those its body and labels present, and those whom only the title does."""
    told = [tokenize(text, s.start, s.end) for s in labels]
    heading = tokenize(text, title.start, title.end) if title else []
    aside = [tokenize(text, s.start, s.end) for s in captions]
    everything = [token for stream in (*streams, *told, heading, *aside) for token in (*stream, Token("\n", -9, -9))]
    actors = Actors(
        language,
        survey(everything, language),
        text,
        frozenset(t.low for stream in (heading, *aside) for t in stream),
        frozenset(t.low for t in everything if t.low in {"letter", "message", "telegram", "messages", "letters"}),
    )
    spoken = [Stream(tokens, actors) for tokens in streams]
    for stream in spoken:
        read_stream(stream)
    for tokens in told:
        read_label(tokens, actors)
    read_stream(Stream(heading, actors, headline=True))
    read_bare(streams, actors)
    for tokens in aside:
        before = len(actors.persons)
        stream = Stream(tokens, actors)
        read_stream(stream)
        for person in actors.persons[before:]:
            person.subject = not person.titles
        complete(stream)
    for stream in (*spoken, Stream(heading, actors)):
        read_unnamed(stream)
    return actors


@dataclass(slots=True)
class Stream:
    """A stretch of text as tokens, and the mentions in it that have been read; in a headline a verb ends a name."""

    tokens: list[Token]
    actors: Actors
    headline: bool = False
    read: dict[int, Mention | None] = field(default_factory=dict)

    def mention(self, i: int) -> Mention | None:
        """Return the mention that begins at token `i`, if one does."""
        if i not in self.read:
            self.read[i] = read_mention(
                self.tokens, i, self.actors.language, self.actors.gazetteer, headline=self.headline
            )
        return self.read[i]


def read_stream(stream: Stream) -> None:
    """Register the persons whom a stretch of text presents."""
    tokens, actors, headline = stream.tokens, stream.actors, stream.headline
    language = actors.language
    behind = 0
    before: Mention | None = None
    for i in [k for k, t in enumerate(tokens) if t.capital or t.low in language.titles or t.low == "the"]:
        if i < behind:
            continue
        mention = stream.mention(i)
        if mention and mention.name:
            behind = mention.last
            office = unlisted_title(tokens, i, actors) if i and not mention.title else None
            if office:
                mention = replace(mention, title=office, title_words=tuple(office.lower().split()), rank=2)
            if headline and len(mention.name) > 3 and actors.by_title(mention) and not actors.find(mention):
                continue
            before, person = present(tokens, i, mention, before, actors)
            if office:
                words = tuple(office.split())
                actors.offices.setdefault(words[0], []).append((words, person))
            if not headline:
                behind = apposition(tokens, mention.last, actors, person)
        elif (actors.gazetteer.opens_name(tokens[i].text) and (end := counterpart(tokens, i, actors))) or (
            not mention
            and name_may_begin(tokens, i, language)
            and (end := name_before_title(tokens, i, actors, headline=headline))
        ):
            behind = end


def present(
    tokens: list[Token], i: int, mention: Mention, before: Mention | None, actors: Actors
) -> tuple[Mention, Person]:
    """Register the person of a named mention at token `i`; return him with the mention, what stands around it included."""
    word = tokens[i - 1].low if i else ""
    if word in {"former", "late", "then"}:
        mention = replace(mention, former=True)
    shared = word == "and" and mention.definite and mention.title and before is not None and before.last >= i - 3
    if before and shared and mention.state is None:
        mention = replace(mention, state=before.state)
    person = actors.add(mention)
    led = (tokens[i - 2].low, word) if i > 1 else ("", "")
    person.chairs = person.chairs or led in {("chairmanship", "of"), ("chaired", "by"), ("hosted", "by")}
    person.visiting = person.visiting or mention.visiting or word == "visiting" or visits(tokens, mention.last)
    return mention, person


def visits(tokens: list[Token], i: int) -> bool:
    """Say whether a relative clause behind a name tells of a visit ("…, who is on an official visit to …")."""
    k = i + 1
    if k >= len(tokens) or tokens[i].text != "," or tokens[k].low != "who":
        return False
    return any(t.low in {"visit", "visiting"} for t in tokens[k : k + 9])


def apposition(tokens: list[Token], i: int, actors: Actors, person: Person) -> int:
    """Take a further title after a name ("…, Secretary of the Council of X,") to the same person; return the index after it."""
    if (
        i + 1 < len(tokens)
        and tokens[i].text == ","
        and (tokens[i + 1].low == "the" or tokens[i + 1].low in actors.language.titles)
    ):
        mention = read_mention(tokens, i + 1, actors.language, actors.gazetteer)
        ends = mention is not None and (
            mention.last >= len(tokens) or tokens[mention.last].text in {",", ".", ")", "and", ";"}
        )
        if mention and not mention.name and ends and mention.title and not person.titles:
            person.titles.append(mention.title)
            person.title_words |= set(canonical(mention.title).split())
            person.state = person.state or mention.state
            person.rank = min(person.rank, mention.rank)
            person.gender = person.gender or mention.gender
            return mention.last
    return i


def unlisted_title(tokens: list[Token], i: int, actors: Actors) -> str | None:
    """Return the capitalised words right before an honorific at token `i` as a title that no list has ("Raksha Mantri Shri …")."""
    k = i
    while (
        k
        and tokens[k - 1].capital
        and tokens[k - 1].text.isalpha()
        and tokens[k].start - tokens[k - 1].end == 1
        and i - k < 4
    ):
        k -= 1
    words = [t.text for t in tokens[k:i]]
    if (
        len(words) < 2
        or words[0] in actors.language.starters
        or actors.gazetteer.name(tokens, k)
        or any(w.lower() in actors.language.verbs for w in words)
    ):
        return None
    return " ".join(words)


def counterpart(tokens: list[Token], i: int, actors: Actors) -> int | None:
    """Register "[his] Xian counterpart[,] [TITLE] NAME" at token `i`, with the title of the person named before where none stands."""
    state, k = actors.gazetteer.demonym(tokens, i)
    if not state or k >= len(tokens) or tokens[k].low not in {"counterpart", "colleague"}:
        return None
    k += 1
    if k < len(tokens) and tokens[k].text == ",":
        k += 1
    if k >= len(tokens):
        return None
    mention = read_mention(tokens, k, actors.language, actors.gazetteer)
    before = actors.persons[-1] if actors.persons else None
    if mention and mention.name:
        person = actors.add(mention)
        last = mention.last
    else:
        last = read_name(tokens, k, actors.language)
        if last == k or not before:
            return None
        span = Span(tokens[k].start, tokens[last - 1].end)
        person = actors.add(
            Mention(span, tuple(t.text for t in tokens[k:last]), span, None, (), before.rank, None, None, k, last)
        )
    if not person.titles and before:
        person.titles.extend(before.titles[:1])
        person.title_words |= before.title_words
        person.rank = before.rank
    person.state = person.state or state
    person.qualified = True
    person.visiting = person.visiting or visits(tokens, last)
    return last


def name_may_begin(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether a name of two words and more can begin at token `i`, by the word itself and the next."""
    if i + 2 >= len(tokens):
        return False
    token, following = tokens[i], tokens[i + 1]
    if token.low in language.honorific_openers:
        return token.low != "the" or (token.low, following.low) in language.honorific_phrases
    return token.mixed and (
        following.capital or following.text == "." or following.mixed or following.low in language.name_particles
    )


def name_before_title(tokens: list[Token], i: int, actors: Actors, *, headline: bool) -> int | None:
    """Register "NAME, [the] [demonym] TITLE [of STATE]" at token `i`; return the index after it."""
    language = actors.language
    start, honorifics = skip_honorifics(tokens, i, language)
    end = read_name(tokens, start, language, headline=headline)
    if end - start < 2 or end + 1 >= len(tokens) or tokens[end].text not in {",", "("}:
        return None
    if actors.gazetteer.name(tokens, start) or (
        i and (tokens[i - 1].low == "the" or tokens[i - 1].low in language.place_words)
    ):
        return None
    mention = read_mention(tokens, end + 1, language, actors.gazetteer)
    plain = mention and not mention.name and mention.title and (mention.rank < 3 or honorifics or mention.state)
    if not plain or (
        mention and mention.last < len(tokens) and tokens[mention.last].text not in {",", ".", ")", "and", ";"}
    ):
        mention = office_behind(tokens, end, actors) if i == 0 or tokens[i - 1].text == "." else None
    if not mention:
        return None
    if mention.last < len(tokens) and tokens[mention.last].text not in {",", ".", ")", "and", ";"}:
        return None
    name = tuple(t.text for t in tokens[start:end])
    span = Span(tokens[i].start, tokens[end - 1].end)
    actors.add(
        Mention(
            span,
            name,
            Span(tokens[start].start, span.end),
            mention.title,
            mention.title_words,
            mention.rank,
            mention.state,
            mention.gender,
            i,
            mention.last,
        )
    )
    return mention.last


def office_behind(tokens: list[Token], i: int, actors: Actors) -> Mention | None:
    """Return the highest office in the long apposition that opens at token `i` and ends in a comma before a verb ("…, member of the Board and Minister of …, met")."""
    best: Mention | None = None
    for k in range(i + 1, min(len(tokens) - 1, i + 40)):
        if tokens[k].text == "." and len(tokens[k - 1].text) > 3:
            return None
        if tokens[k].text == "," and any(f.tense == "past" for f in actors.language.verbs.get(tokens[k + 1].low, ())):
            return replace(best, last=k) if best else None
        if match_title(tokens, k, actors.language) and tokens[k - 1].text not in {".", "-"}:
            found = read_mention(tokens, k, actors.language, actors.gazetteer)
            if found and not found.name and found.title and found.rank < 3 and (best is None or found.rank < best.rank):
                best = found
    return None


def read_label(tokens: list[Token], actors: Actors) -> None:
    """Register the person whom a turn's label names."""
    mention = label_mention(tokens, actors)
    if mention and mention.name and mention.name[0].casefold() not in {"q", "question"}:
        actors.add(mention)


def label_mention(tokens: list[Token], actors: Actors) -> Mention | None:
    """Return the person whom a label presents, by title and name or by name alone."""
    tokens = [t for t in tokens if t.text != ":"]
    for k, token in enumerate(tokens):
        if token.text == "(":
            tokens = tokens[:k]
            break
    if not tokens:
        return None
    mention = read_mention(tokens, 0, actors.language, actors.gazetteer)
    if mention:
        return mention
    end = read_name(tokens, 0, actors.language)
    if end == 0:
        return None
    span = Span(tokens[0].start, tokens[end - 1].end)
    title = (
        read_mention(tokens, end + 1, actors.language, actors.gazetteer)
        if end + 1 < len(tokens) and tokens[end].text == ","
        else None
    )
    return Mention(
        span,
        tuple(t.text for t in tokens[:end]),
        span,
        title.title if title else None,
        title.title_words if title else (),
        title.rank if title else 3,
        title.state if title else None,
        None,
        0,
        end,
    )


def complete(stream: Stream) -> None:
    """Take from a caption or standfirst the titles and states of persons already known."""
    for i, token in enumerate(stream.tokens):
        if token.capital or token.low == "the":
            mention = stream.mention(i)
            if mention and mention.name and (person := stream.actors.find(mention)):
                person.state = person.state or mention.state
                if mention.title and not person.titles:
                    person.titles.append(mention.title)
                    person.title_words |= set(canonical(mention.title).split())
                    person.rank = min(person.rank, mention.rank)


def read_unnamed(stream: Stream) -> None:
    """Register the holders of high titles whom the document never names ("the Secretary-General", "the Prime Minister of X")."""
    tokens, actors = stream.tokens, stream.actors
    behind = 0
    for i in [k for k, token in enumerate(tokens) if token.capital or token.low == "the"]:
        if i < behind or not (mention := stream.mention(i)):
            continue
        behind = max(mention.last, i + 1)
        capital = bool(mention.title) and (mention.title or "")[:1].isupper()
        if (
            mention.name
            or not mention.title
            or mention.rank > 2
            or mention.title.lower() in {"chair", "chief", "head", "member", "deputy"}
            or not capital
            or mention.former
            or (actors.by_title(mention) and not beside_namesake(tokens, mention, actors))
            or (behind < len(tokens) and tokens[behind].low in {"'s", "’s", "of"} and not mention.state)
        ):
            continue
        if any(w in mention.title.lower() for w in ("president of the general", "head of state", "head of government")):
            continue
        bare = [
            p
            for p in actors.persons
            if not p.titles and not p.state and p.mentions and mention.rank == 1 and len(p.name) > 1 and p.subject
        ]
        if len(bare) == 1 and (mention.state or (mention.definite and i < 400)):
            adopt(bare[0], mention)
            continue
        person = actors.new()
        person.unnamed = True
        person.titles.append(mention.title)
        person.title_words |= set(canonical(mention.title).split()) | set(mention.title_words)
        person.rank, person.state, person.gender = mention.rank, mention.state, mention.gender
        person.qualified = mention.state is not None
        person.at = mention.span
        person.mentions.append(mention.span)


def beside_namesake(tokens: list[Token], mention: Mention, actors: Actors) -> bool:
    """Say whether "the Prime Minister" stands in one sentence with another's "Prime Minister X of Y", so that it means one's own."""
    held = actors.by_title(mention)
    if not mention.definite or mention.state or mention.rank > 1 or any(not p.qualified or p.unnamed for p in held):
        return False
    end = next((t.start for t in tokens[mention.last :] if t.text == "."), tokens[-1].end)
    begin = next((t.start for t in reversed(tokens[: mention.first]) if t.text == "."), tokens[0].start)
    return len(held) == 1 and any(begin <= m.start < end for m in held[0].mentions)


def adopt(person: Person, mention: Mention) -> None:
    """Give a person known by name alone the title and state of one whom the document names only by them."""
    person.titles.append(mention.title or "")
    person.title_words |= set(canonical(mention.title or "").split())
    person.rank, person.state = mention.rank, mention.state


def read_bare(streams: list[list[Token]], actors: Actors) -> None:
    """Register persons whom only a name and a reporting verb present ("Ana Brel said"), at the start of a paragraph or sentence."""
    language = actors.language
    for tokens in streams:
        for i, token in enumerate(tokens):
            if not token.capital or (
                i and tokens[i - 1].text not in ".!?”," and tokens[i - 1].low not in language.inverting
            ):
                continue
            if token.low in language.titles or actors.gazetteer.name(tokens, i) or token.text in language.starters:
                continue
            end = read_name(tokens, i, language)
            if not 2 <= end - i <= 4 or end >= len(tokens):
                continue
            if (
                i
                and tokens[i - 1].low in language.inverting
                and tokens[end].text in {",", "."}
                and not actors.name_at(tokens, i)[0]
            ):
                span = Span(token.start, tokens[end - 1].end)
                actors.add(Mention(span, tuple(t.text for t in tokens[i:end]), span, None, (), 3, None, None, i, end))
                continue
            forms = language.verbs.get(tokens[end].low, ())
            meets = (i == 0 or tokens[i - 1].text in {".", "”"}) and (
                any("narrate" in f.classes and f.tense == "past" for f in forms) or tokens[end].low in {"had", "has"}
            )
            if (
                (meets or any("say" in f.classes and f.tense == "past" for f in forms))
                and not actors.name_at(tokens, i)[0]
                and not match_title(tokens, i, language)
            ):
                span = Span(token.start, tokens[end - 1].end)
                if any(
                    t.low
                    in {
                        "ministry",
                        "council",
                        "union",
                        "commission",
                        "government",
                        "organization",
                        "organisation",
                        "agency",
                        "committee",
                        "house",
                        "nations",
                    }
                    for t in tokens[i:end]
                ):
                    continue
                actors.add(
                    Mention(span, tuple(t.text for t in tokens[i:end]), span, None, (), 3, None, None, i, end)
                ).subject = True
