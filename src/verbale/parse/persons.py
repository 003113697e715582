"""A person of a document and what a noun phrase stands for, as values, and whether two mentions can be one person; it reads no text."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, NamedTuple
from unicodedata import combining, normalize

from verbale.language import Language, load
from verbale.parse.people import Mention
from verbale.span import Span

BARRED: Final = str.maketrans("ıøđłħ", "iodlh")
"""Letters that are other ones with a stroke or without a dot, of which no mark can be taken off."""


def folded(word: str) -> str:
    """Return a word for comparison: in small letters and without accents, which one document may write or leave out ("Solá", "Sola")."""
    if word.isascii():
        return word.lower()
    low = word.casefold()
    return "".join(c for c in normalize("NFKD", low.translate(BARRED)) if not combining(c))


@dataclass(slots=True, eq=False)
class Person:
    """A person of the document, as known so far; `key` counts in the order of first mention, `likely` is the gender of most who have the given name."""

    key: int
    name: tuple[str, ...] = ()
    spelled: str = ""
    titles: list[str] = field(default_factory=list)
    title_words: set[str] = field(default_factory=set)
    rank: int = 3
    state: str | None = None
    gender: str | None = None
    likely: str | None = None
    at: Span | None = None
    name_at: Span | None = None
    mentions: list[Span] = field(default_factory=list)
    qualified: bool = False
    visiting: bool = False
    unnamed: bool = False
    former: bool = False
    subject: bool = False
    chairs: bool = False
    opposite: bool = False
    borrowed: bool = False
    past: str | None = None
    delegate: bool = False
    represents: bool = False
    signs: bool = False
    serves: Person | None = None
    tokens: frozenset[str] = frozenset()
    """Words of the name in lower case, the halves of a double one too."""
    whole: frozenset[str] = frozenset()
    """The same without initials and the halves."""

    def rename(self, name: tuple[str, ...]) -> None:
        """Give the person another name."""
        self.name = name
        words = [folded(word) for word in name]
        halves = [half for word in words if "-" in word and len(word) > 6 for half in word.split("-")]
        self.tokens = frozenset([*words, *halves])
        self.whole = frozenset([word for word in words if len(word) > 1])

    @property
    def label(self) -> str:
        """Return the name, or title and state where the source never names the person."""
        return self.spelled or " ".join(x for x in (self.titles[0] if self.titles else "", self.state or "") if x)


class Reference(NamedTuple):
    """What a noun phrase stands for: `kind` is person, party, joint, pronoun, role or body; `last` is the token after it."""

    kind: str
    first: int
    last: int
    persons: tuple[Person, ...] = ()
    parties: tuple[str, ...] = ()
    how: str = "name"
    word: str = ""


def canonical(title: str, language: Language) -> str:
    """Return a title in lower case, synonyms made one."""
    return (short_canonical if len(title) <= SHORT else made_one)(title, language.code)


def made_one(title: str, code: str) -> str:
    """Return a title of a language in lower case, synonyms made one."""
    low = " ".join(title.lower().replace("/", " ").split())
    return load(code).words.title_synonyms.get(low, low)


SHORT: Final = 100
"""Letters of a title up to which its canonical form is remembered: a document asks for few, over and over."""


short_canonical: Final = lru_cache(maxsize=1024)(made_one)


def initials_agree(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two forms of a name can be one person's: initials of one stand for first letters of the other's given names."""
    if one == other or len(one) < 2 or len(other) < 2:
        return True
    first = [w[0].casefold() for w in one[:-1] if w[0].isalpha()]
    second = [w[0].casefold() for w in other[:-1] if w[0].isalpha()]
    spelled = any(len(w) == 1 for w in other[:-1]) != any(len(w) == 1 for w in one[:-1])
    return not spelled or not first or not second or bool(set(first) & set(second))


def fathered(person: Person, mention: Mention, language: Language) -> bool:
    """Say whether one of two names is another's father's ("King Hamad", "Crown Prince Salman bin Hamad"), where both have titles and they differ."""
    one, other = (person.name, mention.name) if len(person.name) == 1 else (mention.name, person.name)
    if len(one) != 1 or len(other) < 3 or not mention.title or not person.titles:
        return False
    k = next((k for k in range(2, len(other)) if folded(other[k]) == folded(one[0])), None)
    if k is None or other[k - 1].lower() not in language.words.patronymic:
        return False
    title = canonical(mention.title, language)
    return not any(f" {canonical(t, language)}".endswith(f" {title}") for t in person.titles)


def compatible(person: Person, mention: Mention, language: Language) -> bool:
    """Say whether a surname with this title or honorific can mean a person already known."""
    if mention.gender and person.gender and mention.gender != person.gender:
        return False
    if mention.state and person.state and mention.state != person.state:
        return False
    if not mention.title or not person.titles or (len(mention.name) == 1 and len(person.name) > 1):
        return True
    words = set(canonical(mention.title, language).split()) - language.words.small_in_titles
    if any(
        canonical(mention.title, language) == canonical(t, language)
        or f" {canonical(t, language)}".endswith(f" {canonical(mention.title, language)}")
        or canonical(t, language).startswith(canonical(mention.title, language))
        for t in person.titles
    ):
        return True
    vice = language.words.telling_apart
    return bool(words & person.title_words) and (words & vice) == (person.title_words & vice)
