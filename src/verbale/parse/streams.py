"""A stretch of text as words, with the mentions of persons that have been read in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from verbale.parse.actors import Actors
from verbale.parse.openings import mention_openings
from verbale.parse.people import Mention, read_mention
from verbale.parse.tokens import Token


@dataclass(slots=True)
class Stream:
    """A stretch of text as tokens, and the mentions in it that have been read; in a headline a verb ends a name.

    `capitals` are the tokens that begin with one, `candidates` those at which a person may be introduced, `openings` those
    of them at which a mention can begin.
    """

    tokens: list[Token]
    actors: Actors
    capitals: list[int]
    candidates: list[int]
    headline: bool = False
    read: dict[int, Mention | None] = field(default_factory=dict)
    openings: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
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
