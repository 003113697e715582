"""Gathers the persons and states of a document, one kind of mention after the other; it attributes nothing."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

from verbale.language import Language
from verbale.parse.actors import Actors
from verbale.parse.bare import complete, name_and_office, office_below, read_headline_name, read_unnamed
from verbale.parse.counterparts import share_portfolio, share_title
from verbale.parse.introductions import read_stream
from verbale.parse.labelled import read_label
from verbale.parse.rounds import read_rounds
from verbale.parse.spokespersons import read_spokespersons
from verbale.parse.streams import Stream
from verbale.parse.surnames import read_bare
from verbale.parse.survey import survey
from verbale.parse.tokens import Token, capitals, lows, places_in, standing, tokenize
from verbale.span import Span


def inside_of(places: list[int], first: int, last: int) -> list[int]:
    """Return those of some places, in order, that lie from `first` up to `last`, counted from there."""
    begin = bisect_left(places, first)
    return [k - first for k in places[begin : bisect_left(places, last, lo=begin)]]


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
    everything: list[Token] = []
    begins: list[int] = []
    for tokens in (*streams, *told, heading, *aside):
        begins.append(len(everything))
        everything.extend(tokens)
        everything.append(Token("\n", -9, -9))
    where = standing(lows(everything))
    proper = capitals(everything)
    candidates = sorted({*proper, *places_in(where, language.introducers)})
    actors = Actors(
        language,
        survey(everything, proper, where, language),
        text,
        frozenset(word for stream in (heading, *aside) for word in lows(stream)),
        frozenset(where.keys() & language.words.letters),
    )

    def stream(tokens: list[Token], n: int, *, headline: bool = False) -> Stream:
        inside = (begins[n], begins[n] + len(tokens))
        return Stream(tokens, actors, inside_of(proper, *inside), inside_of(candidates, *inside), headline)

    titled = len(streams) + len(told)
    spoken = [stream(tokens, n) for n, tokens in enumerate(streams)]
    for stretch in spoken:
        read_stream(stretch)
    if not language.plural_titles.isdisjoint(where):
        read_rounds(spoken, actors)
    for tokens in told:
        read_label(tokens, actors)
    read_stream(stream(heading, titled, headline=True))
    read_bare(spoken, actors)
    for n, tokens in enumerate(aside, titled + 1):
        before = len(actors.persons)
        stretch = stream(tokens, n, headline=bool(tokens) and tokens[-1].text != ".")
        read_stream(stretch)
        for person in actors.persons[before:]:
            person.subject = not person.titles
        complete(stretch)
    read_headline_name(heading, actors)
    for tokens in aside:
        name_and_office(tokens, actors)
    for above, below in pairwise(aside):
        office_below(above, below, actors)
    for stretch in (*spoken, stream(heading, titled)):
        read_unnamed(stretch)
    share_title(actors)
    share_portfolio(actors)
    if not language.spokespersons.isdisjoint(where):
        read_spokespersons(streams, actors)
    return actors
