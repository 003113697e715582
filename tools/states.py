"""Make `src/verbale/language/states.json`, the states and organisations that the parser can name, from a kept source.

It must not be needed at run time: the file that it writes is committed, and tests compare nothing over the network.

Run with `python tools/states.py` (needs npm and PyYAML). The source is the npm package `world-countries` at the version
and digest below (ODbL 1.0, see NOTICE); what it lacks is kept by hand in `tools/states-extra.yaml`.
"""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

PACKAGE = "world-countries@5.1.0"
INTEGRITY = "sha512-CXR6EBvTbArDlDDIWU3gfKb7Qk0ck2WNZ234b/A0vuecPzIfzzxH+O6Ejnvg1sT8XuiZjVlzOH0h08ZtaO7g0w=="
ROOT = Path(__file__).resolve().parent.parent
EXTRA = ROOT / "tools" / "states-extra.yaml"
OUT = ROOT / "src" / "verbale" / "language" / "states.json"
# Not members of the United Nations, yet they meet, sign and are reported as sides.
ALSO_SIDES = frozenset({"PSE", "UNK", "VAT", "TWN", "COK", "NIU"})
# Words that an English official name may hold beside names of places and peoples.
STYLE_WORDS = frozenset("Bosnia Britain Congo DR Former Great Islamic Republic State the of and".split())


def fetch(folder: Path) -> list[dict[str, Any]]:
    """The source's countries; raises SystemExit if npm brings other bytes than those pinned."""
    listing = subprocess.run(
        ["npm", "pack", PACKAGE, "--silent"], cwd=folder, check=True, capture_output=True, text=True
    )
    archive = folder / listing.stdout.strip()
    digest = "sha512-" + base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode("ascii")
    if digest != INTEGRITY:
        sys.exit(
            f"{PACKAGE}: digest {digest}, expected {INTEGRITY}: compare the two versions before you change the pin"
        )
    with tarfile.open(archive) as tar:
        member = tar.extractfile("package/countries.json")
        assert member is not None
        countries: list[dict[str, Any]] = json.load(member)
    return countries


def plain(text: str) -> str:
    """The text without accents ("São Tomé" as "Sao Tome"); letters that do not decompose stay."""
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def slug(name: str) -> str:
    """An id as RECORD ids are made: lower-case ASCII words joined by hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", plain(name).lower().replace("'", "").replace("’", "")).strip("-")


def tidy(values: Iterable[str], *, drop: Iterable[str] = ()) -> list[str]:
    """Each value once, with its accent-free spelling beside it, sorted; empty and dropped ones go."""
    unwanted = set(drop)
    kept = {value for value in values if value and value not in unwanted}
    return sorted(kept | {plain(value) for value in kept})


def is_english(name: str, vocabulary: frozenset[str]) -> bool:
    """Whether another spelling is English: several words, all met in English names ("Hrvatska", "Island" are not)."""
    words = re.findall(r"[^\s,()]+", name)
    return "," not in name and "(" not in name and len(words) > 1 and all(word in vocabulary for word in words)


def vocabulary_of(countries: list[dict[str, Any]]) -> frozenset[str]:
    """Every word of the English common and official names."""
    names = [country["name"][kind] for country in countries for kind in ("common", "official")]
    return STYLE_WORDS | {word for name in names for word in name.split()}


def state(country: dict[str, Any], extra: dict[str, Any], vocabulary: frozenset[str]) -> dict[str, Any]:
    """One entry of the list for one state of the source."""
    name = extra.get("name", country["name"]["common"])
    drop = extra.get("drop", [])
    other = [spelling for spelling in country["altSpellings"] if is_english(spelling, vocabulary)]
    peoples = [part for form in country["demonyms"]["eng"].values() for part in form.split(", ")]
    names = [country["name"]["common"], country["name"]["official"], *other, *extra.get("names", [])]
    return {
        "id": slug(name),
        "kind": "state",
        "name": name,
        "names": tidy(names, drop=[*drop, name]),
        "demonyms": tidy([*peoples, *extra.get("demonyms", [])], drop=drop),
        "capital": tidy([*country["capital"], *extra.get("capital", [])], drop=drop),
        "metonyms": tidy(extra.get("metonyms", [])),
    }


def organisation(entry: dict[str, Any]) -> dict[str, Any]:
    """One entry of the list for an organisation that is kept by hand."""
    lists = {
        key: tidy(entry.get(key, []), drop=[entry["name"]] if key == "names" else [])
        for key in ("names", "demonyms", "capital", "metonyms")
    }
    return {"id": slug(entry["name"]), "kind": "organisation", "name": entry["name"], **lists}


def entries(countries: list[dict[str, Any]], extra: dict[str, Any]) -> list[dict[str, Any]]:
    """All entries, sorted by id; raises SystemExit where the hand-kept file names a state that the source lacks."""
    sides = [country for country in countries if country["unMember"] or country["cca3"] in ALSO_SIDES]
    missing = sorted(set(extra["states"]) - {country["name"]["common"] for country in sides})
    if missing:
        sys.exit(f"{EXTRA.name}: not in {PACKAGE}: {', '.join(missing)}")
    vocabulary = vocabulary_of(countries)
    made = [state(country, extra["states"].get(country["name"]["common"], {}), vocabulary) for country in sides]
    made += [organisation(entry) for entry in extra["organisations"]]
    return sorted(made, key=lambda entry: str(entry["id"]))


def main() -> None:
    """Fetch, combine, write: one entry a line, so that a change is a readable diff."""
    with tempfile.TemporaryDirectory() as folder:
        countries = fetch(Path(folder))
    extra = yaml.safe_load(EXTRA.read_text(encoding="utf-8"))
    lines = [json.dumps(entry, ensure_ascii=False) for entry in entries(countries, extra)]
    OUT.parent.mkdir(parents=True, exist_ok=True)
    OUT.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")
    print(f"{OUT.relative_to(ROOT)}: {len(lines)} entries")


if __name__ == "__main__":
    main()
