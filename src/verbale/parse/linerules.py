"""Patterns of lines and ends of lines that are furniture by their form, each with its kind; the place of a line is not looked at.

Devices of section "Furniture" in docs/genre.md.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from verbale.language import Language, load
from verbale.parse.dates import find_dates
from verbale.span import Span

BARE_NUMBER: Final = re.compile(r"(\d{1,2})[ \u00a0]+(?=[A-Z“])")


LINE_RULES: Final[tuple[tuple[str, re.Pattern[str], tuple[str, ...]], ...]] = tuple(
    (kind, re.compile(rule, flags), tuple(needed) or ("",))
    for kind, rule, flags, *needed in (
        ("separator", r"[*_=~·•#—–\-.\s…■□◆]{3,}|[<\[(]\s*(?:…|\.\.\.)\s*[>\])]|[*#]", 0),
        (
            "end-mark",
            r"(?:[-–—]+\s*)?(?:Enditem\.?|ends?(?:/\w+)+|END(?:S|\s+\d.*)?|\(?end\)?[. ]*[\w./ ]{0,12}|End Text\.?|-0-|-30-|[-–—/~\[]{1,3}\s?(?:ENDS?|[Ee]nds?)\s?[-–—/~\]]{1,3}|(?:ENDS?|[Ee]nds)[/.]{1,2}|\+{3}|#(?:\s?#)+|\./\.|###|# # #|/end/?|\(?ends?\)?\.?|\(more\)|[-–—]{1,3} ?(?-i:[A-Z]{2,8})|[■□◼◻▪◆∎]|-+\s*bernama|QNA|-+ ?VNA|VNA(?:/VNP)?|TASS|-+ ?(?:KUNA|BNA|SPA|WAM|Petra))(?:\s*-+)?",
            re.IGNORECASE,
        ),
        ("end-mark", r"(?:END|ENDS?:?)\s+\d{1,2}[:.]\d{2}\s*[AaPp]\.?[Mm]\.?.*", 0, "end"),
        (
            "breadcrumb",
            r"(?!.*[.!?]$)(?:[\w’'&,/ \u00a0-]|\.(?=\w)){2,40}(?:[\s\u00a0]*(?:>|»|›|→|::|/(?=\s))[\s\u00a0]*[\w’'&,/ \u00a0-]{2,60}){1,6}",
            0,
            ">",
            "»",
            "›",
            "→",
            "::",
            "/",
        ),
        (
            "print-link",
            r".*(?:全文打印|打印文字稿).*",
            0,
            "打印",
        ),
        (
            "print-link",
            r"(?:PRINT|E-?MAIL|Print|E-?mail)(?:\s*[|/·•]\s*(?:PRINT|E-?MAIL|Print|E-?mail|Share|SHARE|Download|PDF)\b.*)*|Print(?: this page| version|er-friendly.*)?",
            0,
        ),
        (
            "share-link",
            r"(?:suggest to a friend|share(?: (?:this|on|via|article|page|the)\b.*)?|tweet(?: this)?|follow us\b.*|like us\b.*|e-?mail this.*|copy link|read more\b.*|read also\b.*|see also\b.*|also read\b.*|associated links?|related (?:news|links?|stories|articles|content|topics|information|documents?|materials?)\b.*|tags?\s*:.*|topics?\s*:.*|keywords?\s*:.*|back to top|subscribe\b.*|download\b[^.]*|(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|print|copy link)(?:\s*[|,/·•–-]\s*(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|print|copy link))+)\s*:?(?:\s*[|,/·•–-]?\s*(?:facebook|twitter|x|whatsapp|telegram|linkedin|e-?mail|print|copy link|weibo|wechat))*",
            re.IGNORECASE,
        ),
        (
            "caption",
            r"(?:photo|image|picture|caption|photo caption|file photo|pictured|in this photo)\b\s*[:–—-].*|[^/]{20,}+/(?:xinhua|cgtn|cfp|vcg|reuters|afp|ap|tass|anadolu)\.?|.*\((?:xinhua|photo|vna|afp|ap|reuters|image|picture|tass|anadolu|petra|kuna|bernama|pti|yonhap|handout|courtesy|pool)[\w .]*(?:/|:|by\b)[^()]*\)\.?|(?:photo|image|picture)s?\s*(?:by|credit|courtesy|/)\s*:?.*|©.{0,60}photo.*|photo:.*",
            re.IGNORECASE,
        ),
        (
            "caption",
            r".{20,}[.!?…\w]\s*(?:/\s?(?:photo|vcg|cfp|cgtn|image|picture|courtesy|file)s?(?: (?:photo|image|picture|via|by|courtesy|from|of)\b[\w .,’'-]{0,50})?|\[(?:photo|image|picture|file|courtesy)\b[\w ,’'-]*(?:[/:|][^\[\]]{0,50}|by [^\[\]]{0,50})?\]|(?<=\. )photos? (?:by|courtesy)\b[^.]{0,60})\.?",
            re.IGNORECASE,
            "/",
            "[",
            " photo",
        ),
        (
            "source-line",
            r"\(?(?:source|sources|editor|editors|web editor|author|by line|byline|updated|last updated|published|posted|date|issued|from|contact|media contact|press contact|category|section|location|venue|language|translated by|edited by|filed by)\s*[:|].*",
            re.IGNORECASE,
        ),
        (
            "source-line",
            r"By [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,4}(?:,? (?:and|&) [A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+){0,3})?(?:,? [\w ]{0,30})?",
            0,
        ),
        (
            "release-line",
            r"(?:for immediate release|immediate release|press release|media release|news release|media note|media statement|media advisory|press statement|readout|press office|news|statement|statements and releases|speeches and remarks|briefing room|embargoed.*|official news|press service.*|for the press|unofficial translation|provisional translation|\(?(?:provisional|tentative|unofficial|courtesy) translation\)?|check against delivery|as delivered|transcript|news story|speech|remarks|document|annex|communiqué|communique|joint communiqué|joint communique|press communiqué|(?:information for the press|(?:press|media) (?:release|note|communiqué|communique|information|statement)|communiqué|communique|note to the press)\s*(?:no|n°|nº|nr|number|#)\.?\s*[\w/.-]{0,12}\s*:?)\.?",
            re.IGNORECASE,
        ),
        (
            "release-line",
            r"(?!(?:\S++\s++){6}.*\S\.$)(?:the )?(?:white house|office of [^:;!?]{3,80}|department of [^:;!?]{3,60}|ministry of [^:;!?]{3,80}|embassy of [^:;!?]{3,90}|permanent mission [^:;!?]{3,90}|press information bureau.*|government of [\w ]{3,30}|u\.?s\.? department of [^:;!?]{3,60}|prime minister['’]s office.*|the presidency|royal hashemite court.*|council of the (?:eu|european union).*|european commission.*|secretary-general.{0,60}|(?:republic|kingdom|state|commonwealth) of [\w ]{3,40}|spokesperson.{0,60}|bureau of [^:;!?]{3,60}|general secretariat.{0,60}|foreign ministry.{0,40}|prime minister of [^:;!?,]{3,40}|president of [^:;!?,]{3,40}|cabinet [^:;!?]{3,50}|press and information [^:;!?]{3,50}|news agency.{0,30}|[^:;!?]{3,60} news agency)",
            re.IGNORECASE,
        ),
        (
            "release-line",
            r"(?:The )?(?:(?:(?:Royal|Federal) )?[A-ZÀ-Þ]\w+(?:an|ish|ese|ic|ch|i|yal|eral) Ministry (?:of|for)(?: (?:the|and|of|for|[A-ZÀ-Þ][\w’'-]+,?)){1,8}(?<!Talks)|(?:[A-ZÀ-Þ][\w’'-]+ ){1,3}(?:Organi[sz]ation|Presidency|Secretariat))(?: \([A-Z][\w.-]+\))?",
            0,
            "ministry",
            "organi",
            "presidency",
            "secretariat",
        ),
        (
            "release-line",
            r"official (?:web-?site|web ?page|internet (?:resource|site|portal)) of (?:the )?[^:;!?.]{3,80}",
            re.IGNORECASE,
            "official",
        ),
        (
            "release-line",
            r"(?:(?:press )?release|readout|document|pr|no\.?|ref\.?|reference|doc\.?|press release|statement)\s*(?:no\.?|number|#|nr\.?)?\s*[:.]?\s*[A-Z]{0,4}[-/ ]?\d[\w/.-]*(?:\s.{0,30})?|[A-Z]{2,4}(?:/[A-Z]{1,4})*/\d[\w/.-]*|[A-Z]{2,4}-\d[\w-]+|(?-i:[A-Z]{2,6}):?\s+\d[\d/.-]*",
            re.IGNORECASE,
        ),
        (
            "release-line",
            r"(?:an? |the )?[\w’'., -]{0,60}\bspokes(?:person|man|woman)\b[\w’'., -]{0,80}\b(?:said|stated|announced|announces|communicated|declared)(?: \w+){0,3}:",
            re.IGNORECASE,
            "spokes",
        ),
        (
            "release-line",
            r"[A-Z][^:]{0,120}\b(?:spokes\w+|spokesperson['’]s office|office|ministry|department|secretariat)\b[^:]{0,60}\b(?:has|had|have) (?:the following|this) to say\b[^:]{0,60}:",
            re.IGNORECASE,
            "to say",
        ),
        ("release-line", r"(?:[Tt]he (?:below|following) is )?[Aa]ttributable to .{3,90}:?", 0),
        (
            "release-line",
            r"(?:the )?(?:(?:full )?text of the )?(?:below|following|above)(?: \w+){0,4} (?:is|are|was) (?:an? (?:\w+ )?(?:readout|statement|summary|briefing|transcript)\b|attributable|issued|released|the (?:text|readout|statement)|attributed)\b.*[:.]?|(?!.*(?:\d|[a-z]{5})\. [A-Z])[A-Z].{0,140}\b(?:provide[ds]|issue[ds]|release[ds]|offered|gave|gives|made|makes) the following (?:readout|statement|summary|joint statement|remarks)\b.*[:.]|begin text:?|text follows:?|.{0,60}text of the (?:joint )?(?:statement|communiqué|communique|declaration|remarks).{0,90}(?:follows|below)?\s*:|(?:full )?text\s*:",
            re.IGNORECASE,
            "following",
            "below",
            "above",
            "text",
        ),
        (
            "notice",
            r"(?:\(?(?:additional )?(?:reporting|writing|editing) by [A-Z].{2,250}|our standards:.*|following is the (?:full )?text\b.*|\(\*?the foregoing is .*|\*? ?unofficial translation|legal disclaimer:?|distributed by .*|return to this .*|read the .{3,60} here\.?|(?:was|did you find) this (?:page|article|information) (?:helpful|useful)\??|this is historical material\b.*|there were \d+ .{3,60} posted\b.*|\d[\d,.]* views?\.?)",
            re.IGNORECASE,
        ),
        (
            "notice",
            r"\((?:note|notes|reference|annex|attachment|photo|nb)\s?\d?\).*|(?:if you|please (?:send|contact|note|see|visit)|press contacts?|media contacts?|contacts?:|tel\.?:|phone:|e-?mail:)\b.*",
            re.IGNORECASE,
        ),
        (
            "notice",
            r".*\b(?:please contact us|for (?:a )?subscriptions?|contact us for)\b.*",
            re.IGNORECASE,
            "contact us",
            "subscription",
        ),
        (
            "notice",
            r".{0,120}\b(?:active |direct )?(?:hyper)?link to [^,;:]{2,60} is (?:required|mandatory|obligatory|compulsory)\.?",
            re.IGNORECASE,
            "link to",
        ),
        (
            "notice",
            r"(?:(?:any |full or partial |the )?(?:reproduction|reprint(?:ing)?|republication|quotation|copying|use)) of (?:the |these |this |any |our |site |agency )?(?:materials?|articles?|news|contents?|texts?|information)\b.*\b(?:permitted|allowed|prohibited|forbidden|authori[sz]ed|only|consent|permission)\b.*",
            re.IGNORECASE,
            "repr",
            "republi",
            "quotation",
            "copying",
            "use of",
        ),
        (
            "notice",
            r".*all rights reserved.*",
            re.IGNORECASE,
            "rights",
        ),
        (
            "notice",
            r"(?:©|\(c\)\s*\d{4}|copyright\b).*|/public release\b.*|(?:disclaimer|note to editors?|notes to editors?|for information media\b|not an official record\b|authori[sz]ed by\b|abridged version\b|[A-Z]\w+(?: \w+)? (?:provides|website contains)\b|editor['’]s note|background note|this (?:article|material|text|release|page|translation|website|document|story|e-?mail|newsletter|bulletin)\b|view (?:full|original)\b|for (?:further|more) information\b|for (?:media |press )?(?:queries|enquiries|inquiries)\b|visit\b.*(?:www|http)|https?://|www\.)\S*.*",
            re.IGNORECASE,
        ),
        (
            "stage-direction",
            r"[(\[](?:laughter|applause|as (?:interpreted|translated|delivered)|in (?:[A-Z][a-z]+)|through (?:an )?interpreter|via (?:an )?interpreter|(?:via|through|in) (?:a )?translat(?:ion|or)|inaudible|cross-?talk|speaks? in .*|speaking in .*|off[- ]?mic(?:rophone)?|pause|a (?:document|moment|minute|signing).*|the (?:meeting|talks|signing|ceremony|press|document|delegations?|leaders?|ministers?|presidents?|briefing|event|call|transcript|conference).*|signing .*|no response|gestures?.*|shakes? .*|continues? in .*|begins? .*|audio .*|video .*|transcript .*|simultaneous .*|unofficial translation|retranslated|nods?.*|laughs?|smil\w+.*|handshake.*|audience.*)\.?[)\]]\.?",
            re.IGNORECASE,
        ),
        (
            "date-line",
            r"(?:done|issued|signed|adopted|given) (?:at|in) [^.;:]{2,60}? (?:on )?(?:this |the )?\d{1,2}(?:st|nd|rd|th)? (?:(?:day )?of )?\w{3,9},? \d{4}(?:,? in (?:two|three|four|duplicate|triplicate|the)\b[^.]*)?\.?",
            re.IGNORECASE,
        ),
        (
            "release-line",
            r"(?:[\w’']+ ){1,4}(?:press|news|media) release",
            re.IGNORECASE,
            "release",
        ),
        (
            "date-line",
            r"done (?:at|in) [A-Z][\w’' -]{2,40}? in (?:two|three|four|five|duplicate|triplicate|a single)\b[^.]{0,160}\.",
            re.IGNORECASE,
            "done ",
        ),
        (
            "date-line",
            r"(?:[A-Z][\w ,.’'-]{0,40}?[,.]?\s+)?\d{1,2}[:.]\d{2}\s*(?:[AaPp]\.?\s?[Mm]\.?)?(?:\s+[A-Z]{2,4}|\s+\([A-Z]{2,5}\))?",
            0,
        ),
    )
)
"""Patterns with their kinds; words in small letters behind a costly one are such that a line of its form holds one of them."""


SENTENCE_END: Final = r"(?:(?<=[a-z]{3}[.!?]\s)|(?<=\d[.!?]\s)|(?<=[a-z]{2}[.!?][”\"’)]\s))"
"""Behind the end of a sentence, and of no abbreviation."""


END_MARK: Final = re.compile(
    r"(?:(?<=[.!?”\"’)])|(?<=\s)|(?=\./\.))\s*(?P<mark>(?<=[a-zA-Z][)/]\s)[A-Z]{2,8}|(?<=[.!?”\"’)]\s)[-–—]{1,3}\s?[A-Z]{2,8}|Enditem\.?|\(end\)(?:\s+[\w./-]{1,14}){0,2}|-+\s?(?:Bernama|BERNAMA|BNA|SPA|KUNA|Petra|WAM|VNA|QNA|TASS|NNN|ANTARA)(?:\s?-+)?|VNA|-0-|-30-|[-–—/~\[]{1,3}\s?(?:ENDS?|[Ee]nds?)\s?[-–—/~\]]{0,3}|(?:ENDS?|[Ee]nds)[/.]{1,2}|\+{3}|#(?:\s?#)+|\./\.|/\.|//\w+//(?:\s[A-Z]{1,2}\.?(?:[A-Z]{1,2}\.?)?)?|/end/|\(END\)|End Text\.?|###|ENDS?|\(?(?:Xinhua|Kazinform|TASS)\)|\((?:more|MORE|Ends|ends|ENDS|End|Updated)\)|[■□◼◻▪◆∎]|—{2,}|///|<\s*(?:…|\.\.\.)\s*>|\[\s*(?:…|\.\.\.)\s*\]|\([A-Z]{2,6}\)|"
    rf"{SENTENCE_END}(?:[A-Z]{{2,8}}|[Ee]nds?\.?|[^\w\s]{{1,4}}|(?://? ?)?[^\s.!?()/]*[/\[\]<>_{{}}|~][^\s.!?()]*))\s*$"
)
"""What stands behind the last sentence: an agency's mark or initials, or anything short that is no word ("BSS/AK/1830")."""


STAGE: Final = re.compile(
    r"(?P<stage>[(\[](?:Laughter|LAUGHTER|Applause|APPLAUSE|As (?:interpreted|translated)|In [A-Z][a-z]+|Through interpreter|Through an interpreter|Speaks? in \w+|Inaudible|inaudible|Via translation|VIA TRANSLATION|Through translat(?:ion|or)|In translation|As translated|Via translator|Cross-?talk|laughter|applause|Speaking in \w+|Pause|Via interpreter|Laughs|Interpreted|Off-?mic|Laughter and applause|As interpreted|Continues in \w+)[^()\[\]]{0,40}[)\]])"
)


def line_kind(line: str) -> str | None:
    """Return the kind of furniture that a whole line is by its form, or `None`."""
    if len(line) > 400:
        return None
    if "\n" in line:
        line = " ".join(line.split())
    lowered = line.lower()
    for kind, rule, needed in LINE_RULES:
        for word in needed:
            if word in lowered:
                if rule.fullmatch(line):
                    return kind
                break
    return None


TOWN_LINE: Final = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, (?:D\.C\.|[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")


OFFICE_AND_TOWN: Final = re.compile(
    r"(?P<office>[A-Z][\w’'-]+(?: (?:[A-Z][\w’'-]+|of|the|for|and)){0,6}) ?[-–—|] ?(?P<town>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
)
"""An office that puts out news and its town, on a line of their own ("Secretariat General – Norr")."""


WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")


@lru_cache(maxsize=4)
def around_date(code: str) -> re.Pattern[str]:
    """Return the pattern of words that stand beside a date in a language: weekdays, time zones, "posted on"."""
    weekdays = "|".join(load(code).weekdays)
    return re.compile(
        rf"\b(?:{weekdays}|on|at|the|of|posted|published|issued|date|time|local|updated|hrs|ist|by|pib \w+|[ap]\.?m\.?|gmt|utc|[a-z]{{2,4}}t)\b",
        re.IGNORECASE,
    )


def date_line(text: str, span: Span, language: Language) -> bool:
    """Say whether a line holds a date and besides at most a time and the name of a place."""
    if span.end - span.start > 90:
        return False
    if TOWN_LINE.fullmatch(span.of(text)) and (town := span.of(text).split(",")[0]) and town in language.capitals:
        return True
    office = OFFICE_AND_TOWN.fullmatch(span.of(text))
    if (
        office
        and office["town"] in language.capitals
        and language.words.not_towns_lines.search(office["office"].lower())
    ):
        return True
    dates = find_dates(text, span.start, span.end, language)
    if not dates:
        return False
    rest = "".join(
        text[a:b]
        for a, b in zip(
            [span.start, *(d.span.end for d in dates)], [*(d.span.start for d in dates), span.end], strict=True
        )
    )
    rest = around_date(language.code).sub(" ", rest)
    left = WORD.findall(rest)
    if any(word.lower() in language.words.dated_titles for word in left):
        return False
    return (
        len(left) <= 6
        and all(word[0].isupper() or word in language.name_particles for word in left)
        and not rest.rstrip().endswith("?")
    )
