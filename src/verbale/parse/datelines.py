"""The forms of a dateline: town, region, day and agency before the first words of a text, and the mark behind them."""

from __future__ import annotations

import re
from typing import Final

from verbale.parse.tokens import UPPER

TOWN: Final = rf"[{UPPER}][\w’'.]*+(?:[ -][{UPPER}][\w’'.]*+){{0,3}}"
TOWNS: Final = rf"{TOWN}(?:/{TOWN})?(?: [\[(]{TOWN}[\])])?(?:, (?:the )?{TOWN}){{0,2}}"
"""A town or two, each with its region or state ("Geneva/Vienna", "Manila, the Philippines", "NORR [KESTRIA]")."""


DAY: Final = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:\d{1,2}(?:st|nd|rd|th)? [A-Z][a-z]{2,9}\.?(?:,? \d{4})?|[A-Z][a-z]{2,9}\.? \d{1,2}(?:st|nd|rd|th)?(?:(?:,? |/)\d{4})?|\d{1,2}\.\d{1,2}\.\d{4})"
)
AGENCY: Final = r"\([A-Z][\w .&’'-]{1,30}\)"
DASH: Final = r"[-–—]{1,3}"
MARK: Final = rf"(?: ?:|\.?\s*{DASH})"
NEXT: Final = rf"\s*(?=[{UPPER}“\"‘'])"
SENTENCE: Final = rf"\s(?=(?:The|A|An|His|Her|Visiting|Today|On|In|At|During|After|Following) |[{UPPER}][\w’'.-]*,? (?:[{UPPER}]|of ))"
"""What follows a town and a mere hyphen: the first words of a sentence, and no second name ("Kestria - Orvland trade")."""


DATED: Final = tuple(
    re.compile(rule)
    for rule in (
        rf"{TOWNS}(?:[,.]? ?\|? ?| ?{DASH} ?){DAY},? ?(?:{AGENCY}|\|)?{MARK}{NEXT}",
        rf"{TOWNS},? {DAY},? ?/[A-Z]{{2,9}}/\.?{NEXT}",
        rf"{TOWNS} ?\({DAY}\) ?(?:{AGENCY})?{MARK}{NEXT}",
        rf"{TOWNS}, {DAY},? (?:{AGENCY} |[A-Z]{{3,9}}(?: ?{DASH})? ){NEXT}",
        rf"{DAY}(?:, {TOWNS}| ?\({TOWNS}\))? ?{DASH} {NEXT}",
        rf"\[{TOWNS}, {DAY}\]{MARK}?{NEXT}",
        rf"{TOWN}(?<=\.){DASH}{NEXT}",
        rf"{TOWNS}, {DAY}(?<=\d{{4}})\.\s+{NEXT}",
        rf"[{UPPER}]{{3,}}(?:[ -][{UPPER}]{{3,}}){{0,2}}(?:, {TOWN})?, {DAY}\.? [A-Z][A-Za-z]{{2,15}}[.:]{NEXT}",
        rf"[{UPPER}]{{3,}}(?: [{UPPER}]{{3,}})?\. [{UPPER}]{{3,}}\.{NEXT}",
        rf"[{UPPER}]{{3,}}(?:[ -][{UPPER}]{{3,}})?\. {DAY}\. [A-Z][A-Za-z]{{2,15}}\.? ?{DASH}{NEXT}",
        rf"[{UPPER}]{{3,}}(?:[ -][{UPPER}]{{3,}}){{0,2}}, [A-Z]{{3,9}} \d{{1,2}},? [A-Z]{{3,15}}[.:]{NEXT}",
        rf"[{UPPER}][\w’'-]+: (?=[A-Z]\w+ [A-Z]\w+(?: [A-Z][\w’'-]+){{1,4}} (?:[a-z]+ed|met|held) )",
        rf"{TOWN}(?:, {TOWN})?: (?=(?:The [A-Z]\w+ )?(?:H[HEM]|HRH|H\.[HEM]\.|His (?:Royal )?Highness|His Majesty|Her Majesty) )",
        rf"{TOWN}(?:, {TOWN})? -{SENTENCE}",
        rf"{TOWNS}, (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day ?(?:{AGENCY})?{MARK}{NEXT}",
    )
)
"""Datelines put together of these parts; what holds a day is one whatever mark stands behind it."""


OTHER_FORMS: Final = tuple(
    re.compile(rule)
    for rule in (
        r"[A-Z][^\n()“\"]{1,60}?\s*[(/][A-Z][\w .&’'-]{1,30}[)/]\.?\s*(?:[-–—]{1,3}\s*)",
        rf"[{UPPER}][\w’'.-]*+(?:[ ,]+[{UPPER}\d][\w’'.-]*+){{0,6}}[.,]*\s*/\s?[A-Z][\w .-]{{1,20}}/\.?\s*(?:[-–—]{{1,3}}\s*)?",
        rf"[{UPPER}][{UPPER}’'. -]{{2,30}}(?:,\s+[A-Z][\w .]{{2,25}})?\.\s+(?:[A-Z]{{3,}}|[A-Z][a-z]+)(?:\s+[-–—]{{1,3}}\s+|\.\s+[-–—]{{1,3}}\s+)",
        rf"[{UPPER}][{UPPER}’'. /-]{{2,40}}(?:,\s*[A-Z][\w.’' ]{{1,25}}){{0,2}}(?:,?\s+(?:\d{{1,2}}\s+)?[A-Z][a-z]{{2,9}}\.?(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?)?\s*[:.]?\s*(?:\s[-–—]{{1,3}}|[–—]{{1,3}})\s*",
        rf"[{UPPER}][\w’'.-]++(?:[ -][A-Z][\w’'.-]++){{0,3}}(?:,\s+[A-Z][\w’'.]+(?:\s[A-Z][\w’'.]+){{0,2}}){{0,2}}(?:,?\s+(?:\d{{1,2}}\s+)?[A-Z][a-z]{{2,9}}\.?(?:\s+\d{{1,2}})?(?:,?\s+\d{{4}})?)?\s+(?:--|–|—)\s+(?=[A-Z“])",
        rf"[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{0,2}} \([A-Z][\w’' -]{{2,25}}\)(?:,\s+[A-Z][a-z]{{2,9}}\.? \d{{1,2}}(?:, \d{{4}})?)?\s*(?:\([A-Z][\w .&’'-]{{1,30}}\))?\s*(?:[-–—]{{1,3}}\s+)(?=[A-Z“\"])",
        rf"[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{0,2}},\s+[A-Z][a-z]{{2,9}}\.? \d{{1,2}}(?:, \d{{4}})?,\s+[A-Z]{{2,9}}\s*[-–—]{{1,3}}\s+(?=[A-Z“\"])",
        r"\([A-Z][\w .&’'-]{1,30}\)\s*[-–—]{1,3}\s*(?=[A-Z“\"])",
        r"\([A-Z]{3,}\s?[-–—][^()\n]{0,40}\)\s+",
        r"\([A-Z][\w’' -]{2,30},\s+(?:\d{1,2}\s+[A-Z][a-z]{2,9}|[A-Z][a-z]{2,9}\.?\s+\d{1,2}),?\s+\d{4}\)\s*[-–—:]{0,3}\s*(?=[A-Z“\"])",
        rf"[{UPPER}][{UPPER}’'. -]{{2,30}}\s*\(\d{{1,2}} [A-Z][a-z]{{2,9}} \d{{4}}\)\s*[-–—]{{1,3}}\s*",
        rf"[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+)?,\s+\d{{1,2}}\.\d{{1,2}}\.\d{{4}}\s*[-–—]{{1,2}}\s+",
        rf"[{UPPER}][\w’'-]+(?: [A-Z][\w’'-]+)?(?: \[[A-Z][\w’' -]{{2,25}}\])?,\s+[A-Z][a-z]{{2,9}}\.? \d{{1,2}}(?:, \d{{4}})? \([A-Z][\w .&’'-]{{1,30}}\):\s+(?=[A-Z“\"])",
        rf"[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{0,2}}(?:, ?|/)(?:\d{{1,2}} [A-Z][a-z]{{2,9}}|[A-Z][a-z]{{2,9}}\.? \d{{1,2}})(?:,? \d{{4}})?(?: ?\([A-Z][\w .&’'/-]{{1,40}}\)|/[A-Z]{{2,8}})? ?[-–—]{{1,3}} (?=[A-Z“\"])",
        rf"[{UPPER}][\w’'-]+(?: [{UPPER}][\w’'-]+){{0,2}}, [A-Z][\w’'-]{{2,20}}(?: [A-Z][\w’'-]{{2,12}})? \d{{1,2}}, \d{{4}}(?: ?A?H)?, [A-Z][a-z]{{2,9}} \d{{1,2}}, \d{{4}}, [A-Z]{{2,8}} ?[-–—]{{1,3}} (?=[A-Z“\"])",
        r"\[[A-Z][\w’' -]{2,30}\]\s*[-–—]{1,3}\s+(?=[A-Z“\"])",
        rf"[{UPPER}]{{4,}}(?:[ -][{UPPER}]{{3,}}){{0,2}}:\s+(?=[A-Z][a-z])",
        rf"[{UPPER}][\w’'-]+(?:[ ,]+[A-Z][\w’']+){{0,3}},\s+(?:\d{{1,2}}\s+[A-Z][a-z]{{2,9}}|[A-Z][a-z]{{2,9}}\.?\s+\d{{1,2}})(?:,?\s+\d{{4}})?\s*:\s+",
        rf"[{UPPER}][{UPPER}’'. -]{{2,30}},?\s*\([^()\n]{{3,80}}\)\s*(?::\s*)?(?=[A-Z“])",
    )
)


BYLINES: Final = OTHER_FORMS[:4]
"""Those by which a paragraph is known for the beginning of a news item, wherever it stands."""


DATELINE_RULES: Final = (*DATED, *OTHER_FORMS)
"""All forms, those with a day first: they take in what others would leave behind ("Suva – 12 May 2023 –")."""
