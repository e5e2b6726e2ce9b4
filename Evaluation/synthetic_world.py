"""The world of the synthetic reports: states, dyads, persons in office, publishers. Everything is a function of a seed.

States and cities are real, publishers but for the agencies are invented. Persons are those whom the lexicon's tables
(`Data`, or what `rapporteur lexicon export --to DIR` wrote) have in office on the day; where they know none, invented ones.
"""
import bisect
import datetime
import pathlib
import random
import zlib

FIRST_DAY = datetime.date(1996, 1, 1).toordinal()
LAST_DAY = datetime.date(2025, 12, 31).toordinal()

# code, name in a sentence, adjective, office of the leader, cities with the capital first
STATES_TABLE = """
USA|the United States|US|President|Washington,New York,San Francisco,Honolulu
CHN|China|Chinese|President|Beijing,Shanghai,Xiamen,Hangzhou
RUS|Russia|Russian|President|Moscow,St. Petersburg,Sochi,Vladivostok
JPN|Japan|Japanese|Prime Minister|Tokyo,Osaka,Hiroshima,Sapporo
GBR|Britain|British|Prime Minister|London,Edinburgh,Manchester,Cardiff
FRA|France|French|President|Paris,Lyon,Marseille,Nice
DEU|Germany|German|Chancellor|Berlin,Munich,Hamburg,Dresden
IND|India|Indian|Prime Minister|New Delhi,Mumbai,Bengaluru,Jaipur
KOR|South Korea|South Korean|President|Seoul,Busan,Incheon
ITA|Italy|Italian|Prime Minister|Rome,Milan,Naples,Venice
TUR|Turkey|Turkish|President|Ankara,Istanbul,Antalya,Izmir
IRN|Iran|Iranian|President|Tehran,Isfahan,Shiraz
ISR|Israel|Israeli|Prime Minister|Jerusalem,Tel Aviv,Haifa
EGY|Egypt|Egyptian|President|Cairo,Alexandria,Sharm el-Sheikh
SAU|Saudi Arabia|Saudi|Foreign Minister|Riyadh,Jeddah
UKR|Ukraine|Ukrainian|President|Kyiv,Lviv,Odesa
POL|Poland|Polish|Prime Minister|Warsaw,Krakow,Gdansk
CAN|Canada|Canadian|Prime Minister|Ottawa,Toronto,Vancouver
AUS|Australia|Australian|Prime Minister|Canberra,Sydney,Melbourne,Perth
BRA|Brazil|Brazilian|President|Brasilia,Rio de Janeiro,Sao Paulo
ZAF|South Africa|South African|President|Pretoria,Cape Town,Johannesburg
MEX|Mexico|Mexican|President|Mexico City,Cancun,Guadalajara
ARG|Argentina|Argentine|President|Buenos Aires,Rosario
PAK|Pakistan|Pakistani|Prime Minister|Islamabad,Karachi,Lahore
IDN|Indonesia|Indonesian|President|Jakarta,Bali,Surabaya
VNM|Vietnam|Vietnamese|Prime Minister|Hanoi,Da Nang,Ho Chi Minh City
THA|Thailand|Thai|Prime Minister|Bangkok,Phuket,Chiang Mai
PHL|the Philippines|Philippine|President|Manila,Cebu
MYS|Malaysia|Malaysian|Prime Minister|Kuala Lumpur,Penang
KAZ|Kazakhstan|Kazakh|President|Astana,Almaty
UZB|Uzbekistan|Uzbek|President|Tashkent,Samarkand,Bukhara
KGZ|Kyrgyzstan|Kyrgyz|President|Bishkek,Osh
TJK|Tajikistan|Tajik|President|Dushanbe
BLR|Belarus|Belarusian|President|Minsk,Brest
ARM|Armenia|Armenian|Prime Minister|Yerevan,Gyumri
AZE|Azerbaijan|Azerbaijani|President|Baku,Ganja
ESP|Spain|Spanish|Prime Minister|Madrid,Barcelona,Seville
PRT|Portugal|Portuguese|Prime Minister|Lisbon,Porto
NLD|the Netherlands|Dutch|Prime Minister|The Hague,Rotterdam
BEL|Belgium|Belgian|Prime Minister|Brussels,Antwerp
SWE|Sweden|Swedish|Prime Minister|Stockholm,Gothenburg,Malmo
NOR|Norway|Norwegian|Prime Minister|Oslo,Bergen,Tromso
FIN|Finland|Finnish|President|Helsinki,Turku
DNK|Denmark|Danish|Prime Minister|Copenhagen,Aarhus
EST|Estonia|Estonian|Prime Minister|Tallinn,Tartu
LVA|Latvia|Latvian|Prime Minister|Riga
LTU|Lithuania|Lithuanian|President|Vilnius,Kaunas
CZE|the Czech Republic|Czech|Prime Minister|Prague,Brno
HUN|Hungary|Hungarian|Prime Minister|Budapest,Debrecen
ROU|Romania|Romanian|President|Bucharest,Cluj-Napoca
BGR|Bulgaria|Bulgarian|Prime Minister|Sofia,Varna
SRB|Serbia|Serbian|President|Belgrade,Novi Sad
HRV|Croatia|Croatian|Prime Minister|Zagreb,Dubrovnik
GRC|Greece|Greek|Prime Minister|Athens,Thessaloniki
CHE|Switzerland|Swiss|Foreign Minister|Bern,Geneva,Zurich
AUT|Austria|Austrian|Chancellor|Vienna,Salzburg
ETH|Ethiopia|Ethiopian|Prime Minister|Addis Ababa
KEN|Kenya|Kenyan|President|Nairobi,Mombasa
NGA|Nigeria|Nigerian|President|Abuja,Lagos
GHA|Ghana|Ghanaian|President|Accra
SEN|Senegal|Senegalese|President|Dakar
DZA|Algeria|Algerian|President|Algiers,Oran
MAR|Morocco|Moroccan|Foreign Minister|Rabat,Marrakesh
TUN|Tunisia|Tunisian|President|Tunis
IRQ|Iraq|Iraqi|Prime Minister|Baghdad,Erbil,Basra
QAT|Qatar|Qatari|Foreign Minister|Doha
KWT|Kuwait|Kuwaiti|Foreign Minister|Kuwait City
OMN|Oman|Omani|Foreign Minister|Muscat,Salalah
CHL|Chile|Chilean|President|Santiago,Valparaiso
COL|Colombia|Colombian|President|Bogota,Cartagena
PER|Peru|Peruvian|President|Lima
CUB|Cuba|Cuban|President|Havana
NZL|New Zealand|New Zealand|Prime Minister|Wellington,Auckland
MNG|Mongolia|Mongolian|President|Ulaanbaatar
BGD|Bangladesh|Bangladeshi|Prime Minister|Dhaka
LKA|Sri Lanka|Sri Lankan|President|Colombo
"""
# Pairs that meet most, the most frequent first; every other pair of states follows in the order of a seed.
BUSY = """USA-ISR USA-JPN CHN-RUS DEU-FRA USA-GBR JPN-KOR RUS-BLR USA-RUS USA-CHN RUS-KAZ RUS-TUR CHN-PAK IND-RUS USA-KOR
USA-UKR FRA-GBR RUS-IRN USA-EGY IND-JPN USA-SAU CHN-KOR DEU-POL RUS-UKR CHN-JPN ARM-RUS AZE-TUR USA-DEU CHN-IND AUS-IDN
RUS-UZB EGY-SAU IRN-IRQ USA-IND AUS-JPN VNM-CHN TUR-UKR USA-PAK FRA-DEU USA-TUR GRC-TUR IND-BGD CHN-KAZ LTU-POL RUS-SRB
USA-AUS USA-PHL CAN-USA EST-FIN HUN-SRB FRA-DZA QAT-USA IRN-OMN ARG-BRA ETH-KEN NOR-SWE ISR-EGY AUT-DEU MEX-USA""".split()
NEUTRAL = (("Geneva", "CHE"), ("Vienna", "AUT"), ("Doha", "QAT"), ("Istanbul", "TUR"), ("Helsinki", "FIN"),
           ("New York", "USA"), ("Singapore", "SGP"), ("Muscat", "OMN"), ("Astana", "KAZ"), ("Oslo", "NOR"))

# level: the lexicon's office and the title, by country where it is another
OFFICES = {
    "foreign": ("foreign-minister", "Foreign Minister", {"USA": "Secretary of State", "GBR": "Foreign Secretary"}),
    "defence": ("defence-minister", "Defence Minister", {"USA": "Defense Secretary", "GBR": "Defence Secretary"}),
    "deputy": ("deputy-foreign-minister", "Deputy Foreign Minister", {"USA": "Deputy Secretary of State"}),
    "interior": ("interior-minister", "Interior Minister", {"USA": "Homeland Security Secretary", "GBR": "Home Secretary"}),
    "security": ("national-security-adviser", "National Security Adviser", {"RUS": "Security Council Secretary"}),
}
LEADERS = {"President": "head-of-state", "Prime Minister": "head-of-government", "Chancellor": "head-of-government",
           "Foreign Minister": "foreign-minister"}
LEVELS = ("foreign",) * 9 + ("leader",) * 5 + ("defence",) * 3 + ("deputy",) * 2 + ("security", "interior")

GIVEN = """Adrel Belin Corvan Dareth Elvin Farrok Galen Haskel Ilvar Joren Kelmar Loric Maren Nolvar Orrin Pavrel Quillan
Roswin Selvar Torven Ulmar Varlen Wendric Yarrel Zoran Alinda Brenna Calista Delvira Estrella Fenja Gerda Hanneke Ingvild
Jolanda Katrina Liora Mirela Nadira Ottilie""".split()
FAMILY = """Abrantov Beskudar Corvelin Drummeling Eskerat Fontarel Gradovik Hallenstam Ivarrone Jaspering Kolmarek Lindovar
Mostrandi Navarkin Oberlund Pellerat Quistgard Rovendal Sandrevik Tolmarin Ulverstad Varnholt Wexmarine Yordanak Zelmeri
Ashgrovar Birkenau-Holt Castellamar Dovrefell Elmstadt Farrowel Gildamar Hesperin Isgarde Junderval Kestrelin Lorrimax
Merrowind Norvaldin Ostergand Prendavil Rustavel Silvermand Trenkovar Undermark Vostrelin Westergaal Yarrowick Zandervort""".split()

# Agencies that texts credit by name: real ones, because a reader has to know the name of a publisher.
AGENCIES = """Reuters|GBR Associated Press|USA AFP|FRA TASS|RUS Interfax|RUS Xinhua|CHN Kyodo|JPN Yonhap|KOR DPA|DEU ANSA|ITA
Anadolu|TUR IRNA|IRN PTI|IND EFE|ESP RIA Novosti|RUS""".replace("\n", " ")
SHAPES = (("broadcaster", ("Radio {}", "{} Television", "{} Broadcasting", "Channel {}"), 40),
          ("newspaper", ("{} Courier", "{} Herald", "The {} Gazette", "{} Morning Post", "{} Chronicle"), 110),
          ("magazine", ("{} Review", "{} Quarterly"), 20), ("aggregator", ("{} News Feed", "{} Digest", "{} Newsdesk"), 40),
          ("blog", ("Notes from {}", "{} Watch"), 20))
# How many of a publisher's reports have an error, by kind; each publisher's own rate is .5 to 1.5 times that.
ERROR_RATES = {"official": 0.004, "agency": 0.01, "broadcaster": 0.02, "newspaper": 0.025, "magazine": 0.03,
               "aggregator": 0.05, "blog": 0.08}


class State:
    __slots__ = ("code", "name", "adjective", "leader", "cities", "bare")

    def __init__(self, line):
        self.code, self.name, self.adjective, self.leader, cities = line.split("|")
        self.cities = tuple(cities.split(","))
        # as titles have it
        self.bare = self.name.removeprefix("the ")


STATES = {state.code: state for state in map(State, STATES_TABLE.split("\n")[1:-1])}


def day_number(text, is_end):
    """The ordinal of an ISO date; of a month or a year the day that is surely within the term."""
    if len(text) == 10:
        return datetime.date.fromisoformat(text).toordinal()
    year = int(text[:4])
    if len(text) == 4:
        return datetime.date(year, 1, 1).toordinal() if is_end else datetime.date(year, 12, 31).toordinal()
    month = int(text[5:7])
    return datetime.date(year, month, 1 if is_end else 28).toordinal()


class Persons:
    """Who holds an office on a day."""

    def __init__(self, lexicon):
        """lexicon: the folder of the tables, with `persons/*.tsv` in it."""
        self.terms = {}
        for path in sorted(pathlib.Path(lexicon).glob("persons/*.tsv")):
            with open(path, encoding="utf-8") as file:
                rows = [line.rstrip("\n").split("\t") for line in file if not line.startswith("#")]
            for row in rows[1:]:
                _, name, _, party, office, _, start, end, standing = row[:9]
                if party not in STATES or standing or not start or not name.replace(" ", "").replace("-", "").isalpha():
                    continue
                last = day_number(end, True) if end else LAST_DAY + 400
                self.terms.setdefault((party, office), []).append((day_number(start, False), last, name))
        for terms in self.terms.values():
            terms.sort()

    def holder(self, party, office, day):
        """The name, and whether the lexicon knows it."""
        terms = self.terms.get((party, office), ())
        for start, end, name in reversed(terms[:bisect.bisect_right(terms, (day, 1 << 30, ""))]):
            if start + 2 < day < end - 2:
                return name, True
        # one invented holder for some four years
        number = zlib.crc32(f"{party} {office} {(day - FIRST_DAY) // 1461}".encode())
        return f"{GIVEN[number % len(GIVEN)]} {FAMILY[number // 64 % len(FAMILY)]}", False


class Publisher:
    __slots__ = ("name", "kind", "country", "json", "host", "error_rate")

    def __init__(self, name, kind, country, error_rate):
        self.name, self.kind, self.country, self.error_rate = name, kind, country, error_rate
        self.json = f'{{"country":"{country}","kind":"{kind}","name":"{name}"}}'
        self.host = "".join(c for c in name.lower() if c.isalnum()) + ".example"


def publishers(dice):
    """Some 300 publishers by kind, each with its rate of errors."""
    found = {"official": [], "agency": []}

    def put(name, kind, country):
        rate = ERROR_RATES[kind] * dice.uniform(0.5, 1.5)
        found.setdefault(kind, []).append(Publisher(name, kind, country, rate))

    for state in STATES.values():
        put(f"Foreign Ministry of {state.bare}", "official", state.code)
    words = AGENCIES.split("|")
    names = [words[0]] + [w[4:] for w in words[1:-1]]
    for name, country in zip(names, [w[:3] for w in words[1:]]):
        put(name, "agency", country)
    states = list(STATES.values())
    for kind, shapes, count in SHAPES:
        places = dice.sample([(s, c) for s in states for c in s.cities], count)
        for i, (state, city) in enumerate(places):
            put(shapes[i % len(shapes)].format(city), kind, state.code)
    return found


class Dyads:
    """Pairs of states, drawn with weights of a heavy tail: the first meet every week, most once in some years."""

    def __init__(self, dice):
        busy = [tuple(pair.split("-")) for pair in BUSY]
        seen = {frozenset(pair) for pair in busy}
        codes = list(STATES)
        rest = [(a, b) for i, a in enumerate(codes) for b in codes[i + 1:] if frozenset((a, b)) not in seen]
        dice.shuffle(rest)
        self.pairs = list(dict.fromkeys(tuple(sorted(p)) for p in busy)) + rest
        self.weights = []
        total = 0.0
        for rank in range(len(self.pairs)):
            total += 1 / (rank + 20) ** 1.05
            self.weights.append(total)

    def draw(self, dice):
        return self.pairs[bisect.bisect(self.weights, dice.random() * self.weights[-1])]


def dice_of(seed, part):
    """A generator of random numbers for a part of the work, so that one part's growth does not move the others."""
    return random.Random(f"{seed} {part}")
