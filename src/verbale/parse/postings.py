"""Where an envoy is sent: the state or organisation behind "to", what he is sent for and by whom; other offices are for `offices`."""

from __future__ import annotations

from typing import Final

from verbale.language import Language
from verbale.parse.charges import charged_with
from verbale.parse.gazetteer import Gazetteer
from verbale.parse.names import followed_by_name
from verbale.parse.titles import TitleMatch, match_title, portfolio
from verbale.parse.tokens import Token, follows

MAX_POST: Final = 6
"""Words of what somebody heads besides."""


def office_served(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index after the organisation to which somebody represents his state at token `i` ("… of Xia to the United Nations")."""
    if i + 2 >= len(tokens) or tokens[i].low != "to":
        return None
    served = language.offices_served.get((tokens[i].low, tokens[i + 1].low), ())
    return next((i + len(p) for p in served if follows(tokens, i, p)), None)


def posted_to(tokens: list[Token], i: int, title: TitleMatch, gazetteer: Gazetteer) -> int | None:
    """Return the index after the state to which an envoy is sent at token `i`, where the name follows at once ("Ambassador to Xia Ana Brel") or behind a comma."""
    if i + 3 >= len(tokens) or tokens[i].low != "to":
        return None
    if title.words[-1] not in gazetteer.language.words.envoys and title.words[:1] != ("high",):
        return None
    host = gazetteer.name(tokens, i + 2 if tokens[i + 1].low == "the" else i + 1)
    if host:
        comma = host[1] < len(tokens) and tokens[host[1]].text == ","
        return host[1] if followed_by_name(tokens, host[1] + comma) else None
    names = [t.capital and t.text.isalpha() for t in tokens[i + 1 : i + 5]]
    return i + 2 if names[:3] == [True] * 3 and names[3:] != [True] else None


def at_embassy(tokens: list[Token], i: int, gazetteer: Gazetteer) -> tuple[str, int] | None:
    """Return the state in whose embassy somebody serves at token `i`, and the index after it ("at the Xian Embassy [in Norr]", "of the Embassy of Xia")."""
    missions = gazetteer.language.words.missions
    k = i + 2 if tokens[i].low in {"of", "at"} and i + 3 < len(tokens) and tokens[i + 1].low == "the" else len(tokens)
    if k + 1 >= len(tokens) or not tokens[k].capital:
        return None
    state, end = gazetteer.demonym(tokens, k)
    if tokens[k].low in missions:
        return gazetteer.after_of(tokens, k + 1)
    if state is None or end + 1 >= len(tokens) or tokens[end].low not in missions:
        return None
    return state, end + 3 if tokens[end + 1].low == "in" and end + 2 < len(tokens) and tokens[
        end + 2
    ].capital else end + 1


def at_ministry(tokens: list[Token], i: int, gazetteer: Gazetteer) -> tuple[str, int] | None:
    """Return the state in whose ministry an official serves at token `i`, and the index after it ("at the Foreign Ministry of Xia", "at the Ministry of Trade of Xia")."""
    if i + 4 >= len(tokens) or (tokens[i].low, tokens[i + 1].low) != ("at", "the") or not tokens[i + 2].capital:
        return None
    k = next((n for n in range(i + 2, min(i + 6, len(tokens))) if tokens[n].low == "ministry"), None)
    if k is None:
        return None
    language = gazetteer.language
    end = portfolio(tokens, k + 1, language) if k == i + 2 else k + 1
    return gazetteer.after_of(tokens, end)


def in_small_body(tokens: list[Token], i: int, gazetteer: Gazetteer) -> tuple[str, int] | None:
    """Return the state of the parliament in whose committee, which has no name, somebody has his office at token `i`, and the index after it ("of the corresponding committee of the Xian Parliament")."""
    if i + 6 >= len(tokens) or (tokens[i].low, tokens[i + 1].low) != ("of", "the"):
        return None
    bodies = gazetteer.language.body_words
    k = next((n for n in range(i + 2, i + 5) if tokens[n].low in bodies and tokens[n].text.islower()), None)
    if k is None or k + 4 >= len(tokens) or (tokens[k + 1].low, tokens[k + 2].low) != ("of", "the"):
        return None
    state, end = gazetteer.demonym(tokens, k + 3)
    return (state, end + 1) if state and end < len(tokens) and tokens[end].low in bodies else None


def of_company(tokens: list[Token], i: int, gazetteer: Gazetteer) -> tuple[str | None, int] | None:
    """Return the state of the company that somebody heads at token `i`, where it is told, and the index after its name ("of the Xian company Harbour Yards, Ana Brel")."""
    if i + 4 >= len(tokens) or (tokens[i].low, tokens[i + 1].low) != ("of", "the"):
        return None
    companies = gazetteer.language.words.companies
    k = next((n for n in range(i + 2, min(i + 5, len(tokens))) if tokens[n].low in companies), None)
    if k is None:
        return None
    end = k + 1
    while end < len(tokens) and tokens[end].capital and end - k < MAX_POST:
        end += 1
    named = end > k + 1 and end + 1 < len(tokens) and tokens[end].text == "," and tokens[end + 1].capital
    state = gazetteer.demonym(tokens, i + 2)[0]
    if named and state is None and tokens[k - 1].capital:
        state = gazetteer.learn_demonym(tokens[k - 1].text, itself=True, once=True)
    return (state, end) if named else None


def of_peoples_head(tokens: list[Token], i: int, gazetteer: Gazetteer) -> tuple[str, int, int] | None:
    """Return the state in "of the Xian President" at token `i`, with the tokens of the office, which sends an envoy."""
    if i + 3 >= len(tokens) or (tokens[i].low, tokens[i + 1].low) != ("of", "the"):
        return None
    state, k = gazetteer.demonym(tokens, i + 2)
    head = match_title(tokens, k, gazetteer.language) if state and k < len(tokens) and tokens[k].capital else None
    served = (
        head is not None and " ".join(head.words).replace("-", " ") in gazetteer.language.words.titles_of_organisations
    )
    return (state, k, head.end) if state and head and head.rank == 1 and not served else None


def of_head(tokens: list[Token], title: TitleMatch, language: Language) -> TitleMatch | None:
    """Return the office of the head by whom an envoy is sent, where what that one heads follows ("Personal Envoy of the Secretary-General of the Harbour Council")."""
    i = title.end
    if i + 4 >= len(tokens) or title.words[-1] not in language.words.envoys:
        return None
    if (tokens[i].low, tokens[i + 1].low) != ("of", "the") or not tokens[i + 2].capital:
        return None
    head = match_title(tokens, i + 2, language)
    return head if head and head.rank == 1 and head.end < len(tokens) and tokens[head.end].low == "of" else None


def sent_abroad(title: TitleMatch) -> bool:
    """Say whether a title is that of who heads an embassy, as ambassador or in his stead."""
    return "ambassador" in title.words or title.words[0].startswith("charg")


def accredited_to(tokens: list[Token], end: int, title: TitleMatch, gazetteer: Gazetteer) -> int:
    """Return the index after the state to which an ambassador "of Xia" is sent at token `end` ("to the Republic of Orvland"), or `end`."""
    if end + 1 >= len(tokens) or tokens[end].low != "to" or not sent_abroad(title):
        return end
    if end + 3 < len(tokens) and tokens[end + 2].low == "country" and tokens[end + 1].low in {"our", "the"}:
        return end + 3
    to = end + 2 if tokens[end + 1].low == "the" else end + 1
    host = gazetteer.name(tokens, to) if to < len(tokens) else None
    alone = to + 2 < len(tokens) and tokens[to].capital and tokens[to + 1].text == ","
    return host[1] if host else to + 1 if alone and tokens[to + 2].capital else end


def of_secretary(tokens: list[Token], i: int, language: Language) -> int | None:
    """Return the index after the office at token `i`, behind an organisation's name, of who sends somebody ("Special Envoy of the UN Secretary-General")."""
    sender = match_title(tokens, i, language) if i < len(tokens) and tokens[i].capital else None
    known = sender and " ".join(sender.words).replace("-", " ") in language.words.titles_of_organisations
    return sender.end if sender and known and not followed_by_name(tokens, sender.end) else None


def task_behind(tokens: list[Token], end: int, title: TitleMatch, language: Language) -> int:
    """Return the index after what an envoy "of Xia" is sent to or for at token `end` ("to the United Nations", "for the Lakes Region, Ambassador Ana Brel"), or `end`."""
    if title.words[-1] in language.words.envoys and (served := office_served(tokens, end, language)):
        return served
    charged = title.words[-1] in language.words.charged_envoys and end < len(tokens) and tokens[end].low == "for"
    return (charged_with(tokens, end, language) if charged else None) or end


def with_task(
    tokens: list[Token], end: int, words: tuple[str, ...], title: TitleMatch, language: Language
) -> tuple[tuple[str, ...], int]:
    """Return the words of an envoy's title with what he is sent to or for at token `end`, and the index after it."""
    beyond = task_behind(tokens, end, title, language)
    return (*words, *(t.text for t in tokens[end:beyond])), beyond


def region_behind(
    tokens: list[Token], end: int, state: str | None, gazetteer: Gazetteer
) -> tuple[int, str | None, int]:
    """Return the index after the state for which an office is, at token `end` ("Special Envoy of Xia for Norland"), the state or body served, and the index after it ("Mission Chief for Xia of the Harbour Fund")."""
    found = gazetteer.name(tokens, end + 1) if end + 1 < len(tokens) and tokens[end].low == "for" else None
    if not found:
        return end, state, end
    served = gazetteer.after_of(tokens, found[1]) if state is None else None
    return (found[1], *served) if served else (found[1], state, found[1])


def second_post(tokens: list[Token], end: int) -> int:
    """Return the index of the comma after a further post in small letters at token `end` ("… and head of UNMIX, Ms Ana Brel"), or `end`."""
    if (
        end + 4 >= len(tokens)
        or tokens[end].low != "and"
        or tokens[end + 1].text != "head"
        or tokens[end + 2].low != "of"
    ):
        return end
    k = end + 4 if tokens[end + 3].low == "the" else end + 3
    start = k
    while k < len(tokens) and tokens[k].capital and k - start < MAX_POST:
        k += 1
    return k if k > start and k < len(tokens) and tokens[k].text == "," else end


def of_peoples_ministry(
    tokens: list[Token], i: int, language: Language, gazetteer: Gazetteer
) -> tuple[str, int] | None:
    """Return the state whose ministry stands behind a name at token `i`, and the index after it ("Secretary Ana Brel of the Xian Ministry of Trade")."""
    k = i + 2 if tokens[i + 1].low == "the" else i + 1
    state, k = gazetteer.demonym(tokens, k)
    end = next((n + 1 for n in range(k, min(k + 3, len(tokens))) if tokens[n].low in language.words.source_offices), k)
    if state is None or end == k or not all(t.capital for t in tokens[k:end]):
        return None
    behind = end < len(tokens) and tokens[end].low in {"of", "for"}
    return state, portfolio(tokens, end, language) if behind else end
