"""Registers the persons whom the running text introduces by title, name and apposition; bare names and titles are for `bare`."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.delegations import take_delegation
from verbale.parse.listed import state_in_brackets
from verbale.parse.names import read_name
from verbale.parse.people import Mention, mention_openings, read_mention, titled_behind
from verbale.parse.persons import Person, canonical
from verbale.parse.plurals import read_sharing
from verbale.parse.titles import match_title, skip_honorifics
from verbale.parse.tokens import Token, tokenize
from verbale.span import Span

MAX_BODY: Final = 4
"""Words of a body's name before the title of who heads it."""


COUNTERPARTS: Final = frozenset({"counterpart", "colleague"})


ENVOYS: Final = frozenset({"ambassador", "envoy", "representative"})
"""Words in the titles of those who are sent to a state or body."""


ORIGIN: Final = frozenset({"from", "of"})
"""What stands between "counterpart" and the name of his state."""


STYLES: Final = frozenset({"prince", "princess", "sheikh", "sheikha"})
"""Titles of birth, before the office that a person holds."""


@dataclass(slots=True)
class Stream:
    """A stretch of text as tokens, and the mentions in it that have been read; in a headline a verb ends a name.

    `capitals` are the tokens that begin with one, `candidates` those at which a person may be introduced, `openings` those
    of them at which a mention can begin.
    """

    tokens: list[Token]
    actors: Actors
    headline: bool = False
    read: dict[int, Mention | None] = field(default_factory=dict)
    capitals: list[int] = field(init=False)
    candidates: list[int] = field(init=False)
    openings: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        introducers = self.actors.language.introducers
        self.candidates = [k for k, token in enumerate(self.tokens) if token.capital or token.low in introducers]
        self.capitals = [k for k in self.candidates if self.tokens[k].capital]
        self.openings = mention_openings(self.tokens, self.candidates, self.actors.language, self.actors.gazetteer)

    def proper(self) -> list[int]:
        """Return the tokens with a capital, or an article, at which a mention can begin."""
        return [
            k for k in self.candidates if k in self.openings and (self.tokens[k].capital or self.tokens[k].low == "the")
        ]

    def mention(self, i: int) -> Mention | None:
        """Return the mention that begins at token `i`, one of the openings, if one does."""
        if i not in self.read:
            self.read[i] = read_mention(
                self.tokens, i, self.actors.language, self.actors.gazetteer, headline=self.headline
            )
        return self.read[i]


def read_stream(stream: Stream) -> None:
    """Register the persons whom a stretch of text presents."""
    tokens, actors, headline = stream.tokens, stream.actors, stream.headline
    language = actors.language
    told = actors.text[tokens[0].start : tokens[-1].end].lower() if tokens else ""
    spoken_of = any(word in told for word in COUNTERPARTS)
    brackets = "(" in told
    behind = 0
    before: Mention | None = None
    for i in stream.candidates:
        if i < behind or inside_title(tokens, i, language):
            continue
        if tokens[i].low in language.plural_titles and (end := read_sharing(tokens, i, actors)):
            behind = end
            continue
        mention = stream.mention(i) if i in stream.openings else None
        if mention and mention.name:
            behind = mention.last
            if mention.title == "PM" and i and tokens[i - 1].text.isdigit():
                continue
            office = unlisted_title(tokens, i, actors) if i and not mention.title else None
            plain = mention.title
            mention = with_body_in_front(tokens, i, mention, actors)
            if office:
                mention = mention._replace(title=office, title_words=tuple(office.lower().split()), rank=2)
            if headline and len(mention.name) > 3 and actors.by_title(mention) and not actors.find(mention):
                continue
            whole = office or (mention.title if mention.title != plain else None)
            before, person = present(tokens, i, mention, before, actors)
            for words in shortened(whole, office) if whole else ():
                actors.offices.setdefault(words[0], []).append((words, person))
            if not headline:
                behind = apposition(tokens, mention.last, actors, person)
        elif (spoken_of and i in stream.openings and (end := counterpart(tokens, i, actors))) or (
            not mention
            and name_may_begin(tokens, i, language)
            and (
                end := (brackets and state_in_brackets(tokens, i, actors))
                or (spoken_of and behind_counterpart(tokens, i, actors))
                or name_before_title(tokens, i, actors, headline=headline)
            )
        ):
            behind = end


def shortened(title: str, office: str | None) -> list[tuple[str, ...]]:
    """Return the words of an office that no list has, and those of a body's head with the body's name cut short ("Council President")."""
    words = tuple(title.split())
    return [words] if office else [words[n:] for n in range(len(words) - 1)]


def inside_title(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether the word at token `i` is the second of a longer title, at which none begins ("the Prime Minister and President Brel")."""
    if not i or not tokens[i - 1].capital or not {tokens[i].low, tokens[i - 1].low} <= language.titles.keys():
        return False
    longer = match_title(tokens, i - 1, language)
    return longer is not None and longer.end > i


def present(
    tokens: list[Token], i: int, mention: Mention, before: Mention | None, actors: Actors
) -> tuple[Mention, Person]:
    """Register the person of a named mention at token `i`; return him with the mention, what stands around it included."""
    word = tokens[i - 1].low if i else ""
    if word in {"former", "late", "then"}:
        mention = mention._replace(former=True)
    shared = word == "and" and mention.definite and mention.title and before is not None and before.last >= i - 3
    if before and shared and mention.state is None:
        mention = mention._replace(state=before.state)
    person = actors.add(mention)
    led = (tokens[i - 2].low, word) if i > 1 else ("", "")
    person.opposite = person.opposite or word in COUNTERPARTS or (word == "," and led[0] in COUNTERPARTS)
    person.chairs = person.chairs or led in {
        ("chairmanship", "of"),
        ("chaired", "by"),
        ("co-chaired", "by"),
        ("hosted", "by"),
    }
    take_delegation(tokens, i, mention.last, person, actors)
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
        and (
            tokens[i + 1].low == "the"
            or tokens[i + 1].low in actors.language.titles
            or tokens[i + 1].low in actors.language.title_modifiers
            or (tokens[i + 1].capital and actors.gazetteer.demonym(tokens, i + 1)[0])
        )
    ):
        mention = read_mention(tokens, i + 1, actors.language, actors.gazetteer)
        if (
            mention
            and mention.name
            and not person.titles
            and titled_behind(tokens, mention.last, actors.language, actors.gazetteer)
        ):
            mention = read_mention(tokens, i + 1, actors.language, actors.gazetteer, nameless=True)
        mention = with_second_title(tokens, mention, actors)
        if mention and not mention.name and (sent := accredited(tokens, mention, actors)):
            mention = mention._replace(last=sent)
        ends = mention is not None and (
            mention.last >= len(tokens) or tokens[mention.last].text in {",", ".", ")", "and", ";"}
        )
        if (
            mention
            and not mention.name
            and ends
            and mention.title
            and (not person.titles or person.rank > mention.rank or person.titles[0].lower() in STYLES)
        ):
            person.titles.insert(0, mention.title)
            person.title_words |= set(canonical(mention.title).split())
            person.qualified = person.qualified or (mention.state is not None and person.state is None)
            person.state = person.state or mention.state
            person.rank = min(person.rank, mention.rank)
            person.gender = person.gender or mention.gender
            return mention.last
    return i


def with_second_title(tokens: list[Token], mention: Mention | None, actors: Actors) -> Mention | None:
    """Return the title behind a name with the one that follows it with the state ("…, Deputy Prime Minister, Minister of Trade of Xia")."""
    if not mention or mention.name or mention.state or mention.last + 2 >= len(tokens):
        return mention
    k = mention.last + 1
    if tokens[k - 1].text != "," or not tokens[k].capital:
        return mention
    second = read_mention(tokens, k, actors.language, actors.gazetteer)
    if not second or second.name or not second.state or not second.title or second.rank > 2:
        return mention
    return mention._replace(title=f"{mention.title}, {second.title}", state=second.state, last=second.last)


def with_body_in_front(tokens: list[Token], i: int, mention: Mention, actors: Actors) -> Mention:
    """Return a mention with the name of the body before its title at token `i` ("Kestrian National Assembly Chairman Ana Brel")."""
    if not i or not mention.title or mention.definite or tokens[i - 1].low not in actors.language.body_words:
        return mention
    k = i
    while (
        k
        and i - k < MAX_BODY
        and tokens[k - 1].capital
        and tokens[k - 1].text.isalpha()
        and tokens[k].start - tokens[k - 1].end == 1
        and tokens[k - 1].text not in actors.language.starters
        and not actors.gazetteer.demonym(tokens, k - 1)[0]
    ):
        k -= 1
    if k > 1 and tokens[k - 1].low == "the" and tokens[k - 2].low in {"at", "in", "to"}:
        return mention
    state = actors.gazetteer.demonym(tokens, k - 1)[0] if k and tokens[k - 1].capital else None
    words = [*(t.text for t in tokens[k:i]), mention.title]
    return mention._replace(title=" ".join(words), state=mention.state or state) if k < i else mention


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
    if not state or k >= len(tokens) or tokens[k].low not in COUNTERPARTS:
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
    person.opposite = True
    person.visiting = person.visiting or visits(tokens, last)
    return last


def behind_counterpart(tokens: list[Token], i: int, actors: Actors) -> int | None:
    """Register "counterpart NAME" or "counterpart from STATE, NAME" at token `i`, where no demonym before it tells the state; return the index after it.

    "his Norrish counterpart Ana Brel" where nobody knows Norr, "her counterpart from Orvland, Ana Brel".
    """
    comma = i > 1 and tokens[i - 1].text == ","
    k, words = i - 1 - comma, ""
    noun = next(
        (
            n
            for n in range(k, max(0, k - 6), -1)
            if comma and tokens[n].low in ORIGIN and tokens[n - 1].low in COUNTERPARTS
        ),
        None,
    )
    if noun:
        words, k = " ".join(t.text for t in tokens[noun + 1 : k + 1] if t.low != "the"), noun - 1
    if k < 1 or tokens[k].low not in COUNTERPARTS or not actors.persons:
        return None
    start, _ = skip_honorifics(tokens, i, actors.language)
    last = read_name(tokens, start, actors.language)
    if last - start < 2 or actors.gazetteer.name(tokens, start):
        return None
    if words:
        actors.gazetteer.learn(words)
    known = actors.gazetteer.name(tokenize(words), 0) if words else None
    state = known[0] if known else None
    before = actors.persons[-1]
    span = Span(tokens[start].start, tokens[last - 1].end)
    name = tuple(t.text for t in tokens[start:last])
    person = actors.add(Mention(span, name, span, None, (), before.rank, state, None, start, last))
    if not person.titles:
        person.titles.extend(before.titles[:1])
        person.title_words |= before.title_words
        person.rank = before.rank
    person.opposite = person.qualified = True
    return last


def name_may_begin(tokens: list[Token], i: int, language: Language) -> bool:
    """Say whether a name of two words and more can begin at token `i`, by the word itself and the next."""
    if i + 2 >= len(tokens):
        return False
    token, following = tokens[i], tokens[i + 1]
    if token.low in language.honorific_openers:
        return token.low != "the" or (token.low, following.low) in language.honorific_phrases
    return token.low != token.text and (
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
        i and not honorifics and (tokens[i - 1].low == "the" or tokens[i - 1].low in language.place_words)
    ):
        return None
    mention = with_second_title(tokens, read_mention(tokens, end + 1, language, actors.gazetteer), actors)
    if mention and not mention.name and (sent := accredited(tokens, mention, actors)):
        mention = mention._replace(last=sent)
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
    person = actors.add(
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
    take_delegation(tokens, i, mention.last, person, actors)
    return mention.last


def accredited(tokens: list[Token], mention: Mention, actors: Actors) -> int | None:
    """Return the index behind the state to which an ambassador is sent ("…, Kestrian Ambassador to the Republic of Orvland, called …")."""
    k = mention.last
    if k + 1 >= len(tokens) or tokens[k].low != "to" or ENVOYS.isdisjoint(mention.title_words):
        return None
    near = range(k + 1, min(k + 6, len(tokens)))
    return next((found[1] for n in near if (found := actors.gazetteer.name(tokens, n))), None)


def office_behind(tokens: list[Token], i: int, actors: Actors) -> Mention | None:
    """Return the highest office in the long apposition that opens at token `i` and ends in a comma before a verb ("…, member of the Board and Minister of …, met")."""
    best: Mention | None = None
    for k in range(i + 1, min(len(tokens) - 1, i + 40)):
        if tokens[k].text == "." and len(tokens[k - 1].text) > 3:
            return None
        if tokens[k].text == "," and any(f.tense == "past" for f in actors.language.verbs.get(tokens[k + 1].low, ())):
            return best._replace(last=k) if best else None
        if match_title(tokens, k, actors.language) and tokens[k - 1].text not in {".", "-"}:
            found = read_mention(tokens, k, actors.language, actors.gazetteer)
            if found and not found.name and found.title and found.rank < 3 and (best is None or found.rank < best.rank):
                best = found
    return None
