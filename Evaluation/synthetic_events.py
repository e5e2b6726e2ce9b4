"""The truth of the synthetic reports: which encounters there were, day by day."""
import datetime
import json

import synthetic_wordings as words
from synthetic_world import FIRST_DAY, LAST_DAY, LEADERS, LEVELS, NEUTRAL, OFFICES, STATES, Dyads, Persons, dice_of

GROUPS = ("meeting",) * 40 + ("visit",) * 16 + ("call",) * 20 + ("video",) * 6 + ("round",) * 8 + ("multi",) * 10
IN_PERSON = {"meeting", "visit", "round", "multi"}
LONGEST = 40


def day_words(number):
    day = datetime.date.fromordinal(number)
    month = day.strftime("%B")
    return (day.strftime("%A"), f"{day.day} {month}", f"{month} {day.day}", f"{day.day} {month} {day.year}",
            f"{month} {day.day}, {day.year}", day.isoformat(), f"{day.year}/{day.month:02}/{day.day:02}")


class Event:
    """One encounter of the truth, with what its reports are made of."""
    __slots__ = ("name", "day", "group", "status", "city", "country", "sides", "wording", "who_holds", "outcome", "code",
                 "origins", "past", "names", "level")


class History:
    """Makes encounters from a seed, in the order of days."""

    def __init__(self, seed, encounters, reports, lexicon):
        if not encounters <= reports <= encounters * LONGEST:
            raise ValueError(f"expected 1 to {LONGEST} reports an encounter, found {reports} of {encounters}")
        self.dice = dice_of(seed, "reports")
        self.r = self.dice.random
        self.world = dice_of(seed, "world")
        self.persons = Persons(lexicon)
        self.dyads = Dyads(self.world)
        self.days = {n: day_words(n) for n in range(FIRST_DAY - 60, LAST_DAY + 61)}
        self.plan = self.sizes(self.world, encounters, reports)
        self.last = {}
        self.rounds = {}
        self.events = 0
        codes = list(words.ISSUES)
        self.issues = [(a, b) for a in codes for b in codes if a != b]

    @staticmethod
    def sizes(dice, encounters, reports):
        """For each encounter, in order of days, its day and the number of its reports: a heavy tail, capped."""
        days = sorted(int(dice.random() * (LAST_DAY - FIRST_DAY)) + FIRST_DAY for _ in range(encounters))
        tails = [(1 - dice.random()) ** -0.8 for _ in range(encounters)]
        low, high = 0.1, 60.0
        sample = tails[:5000]
        for _ in range(30):
            middle = (low + high) / 2
            mean = sum(max(1, min(LONGEST, int(middle * t))) for t in sample) / len(sample)
            low, high = (middle, high) if mean < reports / encounters else (low, middle)
        sizes = [max(1, min(LONGEST, int(low * t))) for t in tails]
        missing = reports - sum(sizes)
        step = 1 if missing > 0 else -1
        while missing:
            i = int(dice.random() * encounters)
            if 1 <= sizes[i] + step <= LONGEST:
                sizes[i] += step
                missing -= step
        return zip(days, sizes)

    def pick(self, of):
        return of[int(self.r() * len(of))]

    def sentence(self, pieces, wording):
        r = self.r
        return "".join([p[int(r() * len(p))] for p in pieces]) % wording

    def event(self, day):
        """An encounter of this day between two states, or a few."""
        r = self.r
        e = Event()
        while True:
            pair = self.dyads.draw(self.dice)
            if self.last.get(pair, (0,))[0] != day:
                break
        e.day = day
        e.group = GROUPS[int(r() * len(GROUPS))]
        if e.group == "video" and day < 733000:
            e.group = "call"
        a, b = pair if r() < 0.5 else pair[::-1]
        e.sides = [STATES[a], STATES[b]]
        if e.group == "multi":
            codes = list(STATES)
            while len(e.sides) < 3 + (r() < 0.3):
                other = STATES[self.pick(codes)]
                if other not in e.sides:
                    e.sides.append(other)
        e.level = "deputy" if e.group == "round" else LEVELS[int(r() * len(LEVELS))]
        e.names = [self.holder(side, e.level, day) for side in e.sides]
        if len({name.rsplit(" ", 1)[-1] for _, name in e.names}) < len(e.names):
            return self.event(day)
        host = e.sides[1]
        e.city, e.country = self.pick(host.cities), host.code
        if e.group != "visit" and r() < 0.08:
            e.city, e.country = self.pick(NEUTRAL)
        if e.group not in IN_PERSON:
            e.city = e.country = None
        u = r()
        # of talks that did not take place it is not told by what means they would have
        e.status = "held" if u < 0.9 or e.group not in IN_PERSON else "postponed" if u < 0.955 else "cancelled"
        e.outcome = self.pick(list(words.OUTCOME)) if r() < 0.7 else None
        self.events += 1
        e.name = f"t{self.events}"
        e.past = self.last.get(pair)
        e.origins = 0
        e.wording = self.wording(e, pair)
        # what was held of one dyad is what later reports remember
        place = (day, e.name, e.city, e.group) if e.status == "held" and len(e.sides) == 2 else None
        self.last[pair] = place or (day, None, None, None)
        return e

    def holder(self, side, level, day):
        """Title and name of who speaks for a state at a level."""
        if level == "leader":
            title = side.leader
            office = LEADERS[title]
        else:
            office, title, others = OFFICES[level]
            title = others.get(side.code, title)
            if title == "Security Council Secretary":
                office = "security-council-secretary"
        return title, self.persons.holder(side.code, office, day)[0]

    def wording(self, e, pair):
        one, two = self.pick(self.issues)
        i1, i2 = self.pick(words.ISSUES[one]), self.pick(words.ISSUES[two])
        a, b = e.sides[:2]
        names = [name for _, name in e.names]
        f = {"A": a.name, "B": b.name, "TA": a.bare, "TB": b.bare, "sa": names[0], "sb": names[1], "i1": i1, "i2": i2,
             "i1u": i1[0].upper() + i1[1:], "city": e.city, "in": f" in {e.city}" if e.city else "",
             "by": words.BY.get(e.group, ""), "nth": ""}
        if e.group == "round":
            number = self.rounds[pair] = self.rounds.get(pair, int(self.r() * 6)) % len(words.ORDINALS) + 1
            f["nth"] = words.ORDINALS[number - 1]
        if len(e.sides) > 2:
            f["Tlist"] = ", ".join(s.bare for s in e.sides[:-1]) + " and " + e.sides[-1].bare
        return f

    def truth(self, e):
        return json.dumps({
            "encounter": e.name, "date": self.days[e.day][5], "place": e.city, "country": e.country,
            "parties": sorted(s.code for s in e.sides), "kind": e.group, "status": e.status}, separators=(",", ":"))
