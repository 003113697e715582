"""What a page is about, for machines: JSON-LD (1.1) in the vocabulary of schema.org, and citation tags for reference managers.

A sentence that the source quotes is a `Quotation` by its speaker; every other is a part of the readout that mentions
whoever the readout says is speaking. Nobody is made to have said what is only reported.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Final

from verbale.jsontext import packed
from verbale.record import JOINT
from verbale.site import addresses
from verbale.site.escaping import escaped
from verbale.site.filters import sentences, setting
from verbale.site.pageviews import HomeView, PointView, RecordView, SpeakerView, ThemeView

if TYPE_CHECKING:
    from verbale.record import Participant, SourceEntry
    from verbale.site.page import Page, View
    from verbale.site.views import Sentence, Site, Voice

Node = dict[str, Any]

_DATE: Final = re.compile(r"([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?)(?:/([0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?))?")


def linked_data(view: View, site: Site, page: Page) -> str:
    """Return a script element that says what a page is about; nothing for a page that is about nothing of its own."""
    base = site.base_url or page.root
    maker = _MAKERS.get(type(view))
    if maker is None:
        return ""
    graph = maker(view, site, page, base)
    text = f'{{"@context":"https://schema.org","@graph":{graph if isinstance(graph, str) else packed(graph)}}}'
    # Inside a script element only these could end it, or begin a comment.
    text = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
    return f'<script type="application/ld+json">{text}</script>'


def _record(view: RecordView, site: Site, page: Page, base: str) -> list[Node]:
    head, source = view.head, view.record.source
    people = [_person(person, voice, base) for person, voice in view.present]
    parties = [
        {"@type": "Organization", "@id": f"{base}{voice.url}", "name": voice.name}
        for voice in view.voices
        if voice.kind == "party"
    ]
    work: Node = {"@type": "CreativeWork", "@id": f"{_own(site, page)}#the_text", "name": head.title}
    work["inLanguage"] = head.language
    if source.published and _DATE.match(source.published):
        work["datePublished"] = source.published
    if source.publisher:
        work["publisher"] = {"@type": "Organization", "name": source.publisher}
    if source.url:
        work["sameAs"] = source.url
    work |= {"about": _event(view), "mentions": people + parties}
    work["hasPart"] = list(_parts(view, base))
    return [{key: value for key, value in work.items() if value}, _path(site, base, ("records", "Records"))]


def _event(view: RecordView) -> Node:
    event = view.head.event
    node: Node = {"@type": "Event", "identifier": event.id, "name": setting(event) or view.head.title}
    dates = _DATE.fullmatch(event.date or "")
    if dates:
        node |= {"startDate": dates[1]} | ({"endDate": dates[2]} if dates[2] else {})
    if event.place:
        node["location"] = {"@type": "Place", "name": event.place}
    return node


def _parts(view: RecordView, base: str) -> Iterable[Node]:
    """Give what each speaker has of the readout: quotations one by one, of all else the places of the same speakers together."""
    told: dict[tuple[str, ...], list[str]] = {}
    for block in view.blocks:
        for turn in block.turns:
            for sentence in sentences(turn.items):
                who = tuple([f"{base}{url}" for url in _said_by(view, sentence)])
                place = f"#{sentence.statement.id}"
                if not who:
                    continue
                if sentence.statement.speech == "direct":
                    yield {"@type": "Quotation", "@id": place, "spokenByCharacter": _ids(who)}
                else:
                    told.setdefault(who, []).append(place)
    for who, places in told.items():
        yield {"@type": "CreativeWork", "mentions": _ids(who), "url": places}


def _said_by(view: RecordView, sentence: Sentence) -> list[str]:
    """Return the pages of who speaks in a sentence; for the sides together, of each of them."""
    if sentence.voice.id != JOINT:
        return [voice.url for voice in (sentence.voice, *sentence.also) if voice.url]
    if sentence.sides:
        return [voice.url for voice in sentence.sides if voice.url]
    return [addresses.speaker_page(person.id) for person, _ in view.present if person.role == "principal"]


def _point(view: PointView, site: Site, page: Page, base: str) -> str:
    """Return a point's graph as JSON; there are many points, and this takes a fifth of the time that nodes do."""
    point, head = view.point, view.head
    sides = ",".join(
        [_ref("Organization" if s.kind == "party" else "Person", base, s.url, s.name) for s in view.sides if s.url]
    )
    terms = ",".join([_ref("DefinedTerm", base, theme.url, theme.label) for theme in point.themes])
    steps = ((site.title, addresses.HOME), ("Records", addresses.index_page("records")), (head.title, head.url))
    items = [
        f'{{"@type":"ListItem","position":{number},"name":{packed(name)},"item":{packed(base + url)}}}'
        for number, (name, url) in enumerate(steps, 1)
    ]
    mentions = f',"mentions":[{sides}]' if sides else ""
    keywords = f',"keywords":[{terms}]' if terms else ""
    return (
        f'[{{"@type":"CreativeWork","@id":{packed(_own(site, page))},"name":{packed(point.label)},"text":{packed(point.text)},'
        f'"inLanguage":{packed(head.language)},'
        f'"isPartOf":{_ref("CreativeWork", base, f"{head.url}#the_text", head.title)}{mentions}{keywords}}},'
        f'{{"@type":"BreadcrumbList","itemListElement":[{",".join(items)}]}}]'
    )


def _ref(kind: str, base: str, url: str, name: str) -> str:
    return f'{{"@type":"{kind}","@id":{packed(base + url)},"name":{packed(name)}}}'


def _speaker(view: SpeakerView, site: Site, _: Page, base: str) -> list[Node]:
    path = _path(site, base, ("speakers", "Speakers"))
    if view.kind not in {"person", "party"}:
        return [path]
    kind = "Person" if view.kind == "person" else "Organization"
    node: Node = {"@type": kind, "@id": f"{base}{view.url}", "name": view.name, "url": f"{base}{view.url}"}
    titles = list(dict.fromkeys(role.title for role in view.roles if role.title))
    more = {"alternateName": list(view.aliases), "jobTitle": titles, "sameAs": list(view.same_as)}
    return [node | {key: value for key, value in more.items() if value}, path]


def _theme(view: ThemeView, site: Site, _: Page, base: str) -> list[Node]:
    index = addresses.index_page("themes")
    term: Node = {"@type": "DefinedTerm", "@id": f"{base}{view.url}", "name": view.label, "url": f"{base}{view.url}"}
    term["inDefinedTermSet"] = {"@type": "DefinedTermSet", "@id": f"{base}{index}", "name": f"Themes of {site.title}"}
    return [term, _path(site, base, ("themes", "Themes"))]


def _home(_: HomeView, site: Site, page: Page, base: str) -> list[Node]:
    node: Node = {"@type": "WebSite", "@id": f"{base}{page.url}", "url": base or page.url, "name": site.title}
    node |= {"description": site.description, "inLanguage": site.language}
    return [node | ({"publisher": {"@type": "Organization", "name": site.publisher}} if site.publisher else {})]


def _own(site: Site, page: Page) -> str:
    """Return a page's own address, as short as it can be."""
    return f"{site.base_url}{page.url}" if site.base_url else ""


def _person(person: Participant, voice: Voice | None, base: str) -> Node:
    name = voice.name if voice else person.name or person.title or person.id
    node = {"@type": "Person", "@id": f"{base}{addresses.speaker_page(person.id)}", "name": name}
    return node | ({"jobTitle": person.title} if person.title and person.title != name else {})


def _ids(who: tuple[str, ...]) -> Node | list[Node]:
    nodes = [{"@id": one} for one in who]
    return nodes[0] if len(nodes) == 1 else nodes


def _path(site: Site, base: str, index: tuple[str, str]) -> Node:
    """Return the way from the front page to what leads to a page."""
    kind, label = index
    steps = ((site.title, addresses.HOME), (label, addresses.index_page(kind)))
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": f"{base}{url}"}
        for number, (name, url) in enumerate(steps, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


_MAKERS: Final[dict[type, Callable[..., list[Node] | str]]] = {
    RecordView: _record,
    PointView: _point,
    SpeakerView: _speaker,
    ThemeView: _theme,
    HomeView: _home,
}


def citation_tags(view: RecordView | PointView, site: Site, page: Page) -> str:
    """Return the `citation_*` tags that Google Scholar and Zotero read, for a record or an agreed point.

    The house that publishes the readout is its publisher; there is no author, since what reads these tags takes an author's name
    apart as a person's.
    """
    source: SourceEntry = view.record.source if isinstance(view, RecordView) else view.source
    tags = [("title", view.head.title if isinstance(view, RecordView) else view.point.label)]
    if source.publisher:
        tags.append(("publisher", source.publisher))
    date = _DATE.match(source.published or "")
    if date:
        tags.append(("publication_date", date[1].replace("-", "/")))
    tags.append(("language", view.head.language))
    if site.base_url:
        tags.append(("public_url", f"{site.base_url}{page.url}"))
    return "\n".join([f'<meta name="citation_{name}" content="{escaped(value)}">' for name, value in tags])


MARKED: Final[dict[str, Callable[..., str]]] = {"citation_tags": citation_tags, "linked_data": linked_data}
"""Filters whose strings are HTML already."""
