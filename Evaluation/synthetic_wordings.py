"""The wordings of the synthetic reports, all our own.

In a template: %(a)s and %(b)s are the two sides' chief persons with office and country, %(sa)s and %(sb)s the persons
alone, %(A)s and %(B)s the countries, %(TA)s and %(TB)s as titles have them, %(in)s " in CITY" or nothing, %(city)s, %(on)s
the day, %(will)s "will meet" or the like, %(i1)s, %(i2)s issues.
"""

# By kind of encounter: titles and first sentences of reports that it was held.
TITLES = {
    "meeting": (
        "%(sa)s meets %(sb)s%(in)s", "%(TA)s, %(TB)s discuss %(i1)s%(in)s", "%(sa)s and %(sb)s hold talks%(in)s",
        "%(sb)s receives %(sa)s%(in)s", "%(TA)s and %(TB)s hold talks on %(i1)s",
        "%(i1u)s on the agenda as %(sa)s meets %(sb)s", "%(TA)s and %(TB)s seek common ground on %(i1)s"),
    "visit": (
        "%(sa)s visits %(city)s", "%(sa)s in %(city)s for talks with %(sb)s",
         "%(sa)s meets %(sb)s during visit to %(city)s",
        "%(sa)s, %(sb)s discuss %(i1)s in %(city)s", "%(TA)s and %(TB)s hold talks in %(city)s"),
    "call": (
        "%(sa)s and %(sb)s speak by phone", "%(sa)s, %(sb)s discuss %(i1)s by telephone",
         "%(sa)s holds phone call with %(sb)s",
        "%(TA)s and %(TB)s hold phone talks on %(i1)s"),
    "video": (
        "%(sa)s and %(sb)s hold video conference", "%(sa)s, %(sb)s discuss %(i1)s by video link",
        "%(TA)s and %(TB)s hold virtual talks on %(i1)s", "%(sa)s holds video conference with %(sb)s"),
    "round": (
        "%(TA)s, %(TB)s hold %(nth)s round of consultations",
         "%(nth)s round of %(TA)s-%(TB)s consultations held%(in)s",
        "%(TA)s and %(TB)s hold consultations on %(i1)s", "%(TA)s, %(TB)s discuss %(i1)s%(in)s"),
    "multi": (
        "%(Tlist)s hold talks%(in)s", "Ministers of %(Tlist)s meet%(in)s", "%(Tlist)s discuss %(i1)s%(in)s",
        "%(i1u)s tops agenda of talks in %(city)s"),
}
LEADS = {
    "meeting": (
        "%(a)s met %(b)s%(in)s %(on)s to discuss %(i1)s.", "%(a)s held talks with %(b)s%(in)s %(on)s.",
        "%(b)s received %(a)s%(in)s %(on)s.", "%(a)s and %(b)s met%(in)s %(on)s.",
        "%(a)s and %(b)s held talks on %(i1)s%(in)s %(on)s.",
         "%(a)s met with %(b)s%(in)s %(on)s for talks on %(i1)s.",
        "%(a)s and %(b)s discussed %(i1)s at a meeting%(in)s %(on)s.", "%(b)s met %(a)s%(in)s %(on)s.",
        "%(b)s hosted %(a)s%(in)s %(on)s for talks.", "%(a)s sat down with %(b)s%(in)s %(on)s to talk about %(i1)s."),
    "visit": (
        "%(a)s visited %(city)s %(on)s and met %(b)s.", "%(a)s met %(b)s during a visit to %(city)s %(on)s.",
        "%(b)s received %(a)s in %(city)s %(on)s.", "%(a)s held talks with %(b)s in %(city)s %(on)s.",
        "%(b)s welcomed %(a)s in %(city)s %(on)s for talks on %(i1)s."),
    "call": (
        "%(a)s spoke by telephone with %(b)s %(on)s.", "%(a)s and %(b)s held a telephone conversation %(on)s.",
        "%(a)s and %(b)s discussed %(i1)s in a telephone call %(on)s.", "%(a)s held a phone call with %(b)s %(on)s.",
        "%(a)s and %(b)s spoke by phone %(on)s about %(i1)s.",
         "%(b)s had a telephone conversation with %(a)s %(on)s."),
    "video": (
        "%(a)s and %(b)s held a video conference %(on)s.", "%(a)s held a video conference with %(b)s %(on)s.",
        "%(a)s and %(b)s discussed %(i1)s in a video conference %(on)s.",
        "%(a)s and %(b)s held talks by video link %(on)s."),
    "round": (
        "%(A)s and %(B)s held the %(nth)s round of their consultations on %(i1)s%(in)s %(on)s.",
        "The %(nth)s round of consultations between %(A)s and %(B)s was held%(in)s %(on)s.",
        "%(a)s and %(b)s held the %(nth)s round of consultations%(in)s %(on)s.",
        "%(a)s and %(b)s chaired the %(nth)s round of consultations between %(A)s and %(B)s%(in)s %(on)s."),
    "multi": (
        "%(list)s met%(in)s %(on)s.", "%(list)s held talks%(in)s %(on)s on %(i1)s.",
        "%(list)s discussed %(i1)s at a meeting%(in)s %(on)s."),
}
# Before it, and where it was not held. Two sides only; %(list)s stands for the sides of more than two.
AHEAD_TITLES = ("%(TA)s, %(TB)s to hold talks%(by)s", "%(TA)s and %(TB)s plan talks%(by)s",
     "%(sa)s to meet %(sb)s%(in)s")
REMOTE_AHEAD_TITLES = AHEAD_TITLES[:2]
AHEAD = ("%(a)s %(will)s %(b)s%(in)s %(on)s, %(who)s said.", "%(a)s %(will)s %(b)s%(in)s %(on)s.",
         "%(b)s %(will)s %(a)s%(in)s %(on)s, it was announced.")
AHEAD_MULTI_TITLES = ("%(Tlist)s to hold talks%(in)s",)
AHEAD_MULTI = ("%(list)s will meet%(in)s %(on)s, %(who)s said.", "%(list)s will hold talks%(in)s %(on)s.")
OFF_TITLES = {
    "postponed": ("%(TA)s, %(TB)s postpone talks", "%(TA)s-%(TB)s talks postponed",
     "%(sa)s and %(sb)s postpone talks"),
    "cancelled": ("%(TA)s, %(TB)s cancel talks", "%(TA)s-%(TB)s talks cancelled", "%(sa)s and %(sb)s cancel talks"),
}
OFF = {
    "postponed": (
        "%(a)s and %(b)s have postponed talks planned for %(day)s%(in)s, %(who)s said.",
        "Talks between %(a)s and %(b)s planned for %(day)s%(in)s have been postponed."),
    "cancelled": (
        "%(a)s and %(b)s have cancelled talks planned for %(day)s%(in)s, %(who)s said.",
        "Talks between %(a)s and %(b)s planned for %(day)s%(in)s have been cancelled."),
}
OFF_MULTI_TITLES = {"postponed": ("%(Tlist)s postpone talks",), "cancelled": ("%(Tlist)s cancel talks",)}
OFF_MULTI = {
    "postponed": ("%(list)s have postponed talks planned for %(day)s%(in)s, %(who)s said.",
                  "%(list)s have postponed talks planned for %(day)s%(in)s."),
    "cancelled": ("%(list)s have cancelled talks planned for %(day)s%(in)s, %(who)s said.",
                  "%(list)s have cancelled talks planned for %(day)s%(in)s."),
}
WILL = {"meeting": ("will meet", "will hold talks with", "is to meet"), "visit": ("will meet",
     "will hold talks with"),
        "call": ("will speak by telephone with", "will hold a telephone call with"),
        "video": ("will hold a video conference with",), "round": ("will hold consultations with",),
         "multi": ("will meet",)}
BY = {"call": " by phone", "video": " by video link"}

# Sentences that may follow, each in pieces that are drawn apart, so that two reports seldom share four words in a row by chance.
# %(s)s is one of the two persons.
AGENDA = (
    ("They also", "Both sides also", "The two sides", "The delegations", "Officials of both countries",
     "The two then"),
    (" talked about", " went over", " compared notes on", " took up", " spent most of the time on", " turned to",
     " dwelt on"),
    (" %(i2)s", " %(i1)s and %(i2)s", " %(i2)s and %(i1)s", " questions of %(i2)s"),
    (".", " at length.", " behind closed doors.", " in some detail.", " with great care.", ", among other things.",
     " in a frank mood."))
SPEECH = (
    ("%(s)s said", "%(s)s told reporters", "Afterwards %(s)s said", "%(s)s noted", "%(s)s made clear",
     "%(s)s remarked"),
    (" that", " once more that", " with some care that", " in plain words that"),
    (" patience", " steady work", " candour", " the present course", " trust", " a clear calendar",
     " quiet diplomacy", " plain speaking",
     " goodwill", " a sober look at the facts"),
    (" mattered more than", " would serve both better than", " counted for more than", " had to come before",
     " was worth more than"),
    (" headlines", " grand words", " quick results", " old quarrels", " slogans", " deadlines", " ceremony",
     " applause", " impatience"), (".",))
OUTCOME = {
    "none-reported": (("No document was signed", "No agreement was announced", "Nothing was signed",
     "No agreement was made public"),
                      (".", " at the end.", " afterwards.", ", officials said.")),
    "joint-statement": (("They issued a joint statement", "The two sides adopted a joint statement",
     "A joint statement was issued"),
                        (".", " afterwards.", " at the end.", " on %(i1)s.")),
    "agreed-to-continue": (("They agreed to stay", "Both sides agreed to stay", "The two sides agreed to keep"),
                           (" in touch.", " in close touch.", " in contact.")),
    "memorandum-signed": (("They signed a memorandum of understanding",
     "The two sides signed a memorandum of understanding"),
                          (".", " on %(i1)s.", " on %(i2)s.")),
}
SETTING = (
    ("Trade", "Commerce", "Cross-border sales", "Turnover"), (" between the two", " of the neighbours",
     " along that route", " in farm goods"),
    (" rose", " fell", " grew", " shrank", " edged up", " slipped"), (" by %(x)s per cent", " to %(x)s billion euros",
     " to %(x)s million tonnes"),
    (" last year", " in the past quarter", " over twelve months", " since the spring", " within a decade"),
    (", statisticians reckon.", ", by one estimate.", ", figures show.", ".", ", brokers say.",
     ", customs data suggest."))
MOOD = (
    ("Commentators", "Newspapers", "Observers", "Diplomats", "Analysts", "Former envoys", "Editors", "Scholars"),
    (" called the mood", " described the tone as", " found the air", " judged the climate",
     " thought the atmosphere"),
    (" businesslike", " cool", " warm", " guarded", " cordial", " tense", " workmanlike", " friendly", " stiff"),
    (" and the language", " and the words", " while the phrasing stayed", " and the manner"),
    (" careful.", " plain.", " measured.", " dry.", " hopeful.", " vague.", " unusually direct.", " familiar."))
PLAN = (
    ("The programme", "The agenda", "The list of subjects", "The working plan"), (" covers", " includes", " lists",
     " has room for"),
    (" %(i1)s", " %(i2)s", " %(i1)s and %(i2)s"), (".", ", aides said.", ", according to the organisers.",
     " above all.", ", it is understood."))
REGRET = (
    ("No reason was given", "Officials gave no reason", "Scheduling was blamed", "The decision came late",
     "Aides spoke of a crowded calendar"),
    (".", " at first.", ", to the surprise of many.", ", which left hotels empty.", ", and little else was said."))
# Of an encounter before, most with its day, some without.
MEMORY = ("Officials of %(A)s and %(B)s last met in %(city)s on %(day)s.",
     "%(A)s and %(B)s last held talks in %(city)s on %(day)s.",
          "%(A)s and %(B)s had met in %(city)s on %(day)s.", "%(A)s and %(B)s last held talks in %(city)s.")
CREDITS = ("%(lead)s, %(agency)s reported.", "%(lead)s, according to %(agency)s.", "%(lead)s, %(agency)s said.")
WHO = ("the Foreign Ministry of %(A)s", "the Foreign Ministry of %(B)s",
     "a spokesperson for the Foreign Ministry of %(A)s", "officials")

ISSUES = {
    "arms-control": ("arms control", "nuclear disarmament", "strategic offensive arms"),
    "maritime-security": ("maritime security", "freedom of navigation", "the security of shipping lanes"),
    "energy": ("energy cooperation", "gas supplies", "electricity exports"),
    "trade-investment": ("trade and investment", "market access", "economic ties"),
    "terrorism": ("counter-terrorism", "the fight against terrorism"),
    "cyber-information-security": ("cyber security", "information security"),
    "migration-refugees": ("migration", "the return of refugees"),
    "climate-environment": ("climate change", "environmental protection"),
    "military-cooperation": ("military cooperation", "joint exercises", "defence cooperation"),
    "regional-security": ("regional security", "security in the region"),
    "infrastructure-transport": ("railway links", "transport corridors"),
    "food-security": ("food security", "grain exports"),
    "humanitarian-aid": ("humanitarian aid", "humanitarian access"),
    "detainees-prisoner-exchange": ("the fate of prisoners of war", "the release of detainees"),
    "health": ("public health", "vaccine supplies"),
    "space-security": ("space security", "the security of satellites"),
    "nuclear-proliferation": ("nuclear non-proliferation", "the nuclear programme"),
    "drugs-organised-crime": ("drug trafficking", "organised crime"),
}
ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth 13th 14th 15th 16th 17th 18th
19th 20th 21st 22nd 23rd 24th 25th 26th 27th 28th 29th 30th""".split()
