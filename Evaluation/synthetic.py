#!/usr/bin/env python3
"""Writes synthetic reports of encounters between states, with the truth beside them.

usage: synthetic.py OUT TRUTH [--reports M] [--encounters N] [--first K] [--seed SEED] [--shuffle SEED] [--lexicon DIR]

N encounters over thirty years, M reports of them as documents of Documentation/Record.md, in the order of publication with
some jitter; with --first only the first K of them are written, with --shuffle in any order (versions of one report keep
theirs). The same options give the same bytes.

OUT holds one document a line. TRUTH holds JSON Lines of two kinds:
  {"encounter": "t17", "date", "place", "country", "parties", "kind", "status"}    what happened
  {"report": "s0000123", "version", "encounter", "origin", "style", "stage", "errors", "mentions"}    a line of OUT
`encounter` is what is the report's news; reports with the same `origin` go back to one text or one statement; `style` is
independent, copy, rewrite, credit or correction; `stage` announced or how it ended; `errors` has {"field", "value"} for
place, date, office and status; `mentions` lists encounters that the report only remembers. Of two lines with one report's
id the later is a correction.
"""
import argparse
import mmap
import os
import sys
import tempfile

import synthetic_wordings as words
from synthetic_events import IN_PERSON, History
from synthetic_world import FIRST_DAY, OFFICES, dice_of, publishers

HERE = os.path.dirname(os.path.abspath(__file__))
KINDS = ("official",) * 12 + ("agency",) * 20 + ("broadcaster",) * 20 + ("newspaper",) * 30 + ("magazine",) * 3 + (
    "aggregator",) * 10 + ("blog",) * 5


class Generator(History):
    """Makes the reports of the encounters of a history."""

    def __init__(self, seed, encounters, reports, lexicon):
        super().__init__(seed, encounters, reports, lexicon)
        self.publishers = publishers(self.world)
        self.buckets = {}
        self.count = 0

    def publisher(self, e, used):
        for _ in range(4):
            kind = KINDS[int(self.r() * len(KINDS))]
            if kind == "official":
                country = self.pick(e.sides).code
                found = next(p for p in self.publishers[kind] if p.country == country)
            else:
                found = self.pick(self.publishers[kind])
            if found not in used:
                break
        used.add(found)
        return found

    def mention(self, side, holder):
        title, name = holder
        u = self.r()
        if u < 0.4:
            return f"{side.adjective} {title} {name}"
        if u < 0.75 or side.name != side.bare:
            return f"{title} {name} of {side.name}"
        return f"{side.name}'s {title} {name}"

    def on(self, day, published):
        w = self.days[day]
        u = self.r()
        if u < 0.45 and abs(published - day) <= 6:
            return "on " + w[0]
        return f"on {w[0]}, {w[1]}" if u < 0.5 else "on " + w[1 + int(self.r() * 4)]

    def error(self, e, status):
        """A mistake that this encounter's reports can have: field and value."""
        fields = ["date"]
        if e.group in IN_PERSON:
            fields += ["place", "status"]
        if e.group not in ("round", "multi"):
            fields.append("office")
        field = self.pick(fields)
        if field == "date":
            shift = self.pick((-3, -2, -1)) if status == "held" else self.pick((-2, -1, 1, 2, 3))
            return field, e.day + shift
        if field == "status":
            return field, "held" if e.status != "held" else self.pick(("postponed", "cancelled"))
        if field == "place":
            other = e.sides[0] if e.country != e.sides[0].code else e.sides[1]
            return field, (self.pick(other.cities), other.code)
        title = e.names[0][0]
        return field, self.pick([o[1] for o in OFFICES.values() if o[1] not in title and title not in o[1]])

    def text(self, e, status, published, error, agency=None):
        """Title, first sentence, further sentences, and whose statement it rests on: "FM:CODE" or None."""
        r = self.r
        f = e.wording
        group = e.group
        field, value = error or (None, None)
        day = value if field == "date" else e.day
        if field == "status":
            status = value
        if field == "place":
            f = dict(f, city=value[0])
            f["in"] = f" in {value[0]}"
        holders = e.names
        if field == "office":
            holders = [(value, holders[0][1])] + holders[1:]
        mention = self.mention
        if group == "multi":
            listed = [mention(s, h) for s, h in zip(e.sides, holders)]
            f["list"] = ", ".join(listed[:-1]) + " and " + listed[-1]
            f["s"] = f["sa"]
            f["a"], f["b"] = listed[:2]
        else:
            f["a"], f["b"] = mention(e.sides[0], holders[0]), mention(e.sides[1], holders[1])
            f["s"] = f["sa"] if r() < 0.5 else f["sb"]
        f["on"] = self.on(day, published)
        statement = None
        if status == "held":
            title, lead = self.pick(words.TITLES[group]), self.pick(words.LEADS[group])
            body = (words.AGENDA, words.SPEECH, words.SETTING, words.MOOD, words.AGENDA, words.SPEECH)
        else:
            f["will"] = self.pick(words.WILL[group])
            who = int(r() * len(words.WHO))
            f["who"] = words.WHO[who] % f
            # of a day that is past, the year is told
            f["day"] = self.days[day][1 + int(r() * 4) if published <= day else 3 + int(r() * 2)]
            if status == "announced":
                if group == "multi":
                    title, lead = self.pick(words.AHEAD_MULTI_TITLES), self.pick(words.AHEAD_MULTI)
                else:
                    titles = words.AHEAD_TITLES if group in IN_PERSON else words.REMOTE_AHEAD_TITLES
                    title, lead = self.pick(titles), self.pick(words.AHEAD)
                body = (words.PLAN, words.SETTING, words.MOOD)
            else:
                titles, leads = (words.OFF_MULTI_TITLES, words.OFF_MULTI) if group == "multi" else (words.OFF_TITLES, words.OFF)
                title, lead = self.pick(titles[status]), self.pick(leads[status])
                body = (words.REGRET, words.SETTING, words.PLAN)
            if agency:
                lead = lead.replace(", %(who)s said.", ".")
            if "who" in lead and who < 3:
                statement = f"FM:{e.sides[(0, 1, 0)[who]].code}"
        title, lead = title % f, lead % f
        title, lead = title[0].upper() + title[1:], lead[0].upper() + lead[1:]
        if agency:
            lead = self.pick(words.CREDITS) % {"lead": lead[:-1], "agency": agency}
        more = []
        f["x"] = f"{1 + r() * 60:.1f}"
        if e.outcome and status == "held" and r() < 0.5:
            more.append(self.sentence(words.OUTCOME[e.outcome], f))
        for _ in range(1 + int(r() * 4)):
            more.append(self.sentence(self.pick(body), f))
        return title, lead, more, statement

    def memory(self, e, status):
        """A sentence that remembers the last encounter of the two, and that encounter."""
        if not e.past or not e.past[1] or len(e.sides) > 2 or status != "held" or e.past[3] not in IN_PERSON:
            return None, None
        day, name, city, _ = e.past
        if not 20 < e.day - day < 1500:
            return None, None
        f = {"A": e.wording["A"], "B": e.wording["B"], "city": city, "day": self.days[day][3]}
        return self.pick(words.MEMORY) % f, name

    def put(self, e, identifier, version, source, published, title, text, origin, style, stage, errors,
            mentions, arrives=None):
        """Lays a report into the day on which it arrives: where none is given, mostly that of its publication."""
        w = self.days[published]
        time = w[5] if self.r() < 0.5 else f"{w[5]}T{int(self.r() * 24):02}:{int(self.r() * 60):02}:00Z"
        line = (f'{{"id":"{identifier}","language":"en","published":"{time}","source":{source.json},"text":"{text}",'
                f'"title":"{title}","url":"https://{source.host}/{w[6]}/{identifier[1:]}"}}\n')
        faults = ",".join(errors)
        truth = (f'{{"report":"{identifier}","version":{version},"encounter":"{e.name}","origin":"{e.name}.{origin}",'
                 f'"style":"{style}","stage":"{stage}","errors":[{faults}],"mentions":[{mentions}]}}\n')
        if arrives is None:
            arrives = published + (self.r() < 0.1) + (self.r() < 0.02)
        self.buckets.setdefault(arrives, []).append((line, truth))

    def told_error(self, error):
        field, value = error
        if field == "date":
            value = self.days[value][5]
        if field == "place":
            value = value[0]
        return f'{{"field":"{field}","value":"{value}"}}'

    def reports(self, e, size):
        """Lays down the reports of an encounter: what announces it first, then what tells of it, or why it was not held."""
        r = self.r
        ahead = 0
        if e.status != "held":
            ahead = size // 3
        elif size >= 3 and r() < 0.5:
            ahead = 1 + int(r() * size / 4)
        used = set()
        if ahead:
            first = e.day - 2 - int(r() * 12)
            self.phase(e, ahead, "announced", first, used)
        if size > ahead:
            self.phase(e, size - ahead, e.status, e.day if e.status == "held" else e.day - 1 - int(r() * 1.9), used)

    def phase(self, e, left, status, first, used):
        """Reports of one stage of an encounter, the first on the day `first`."""
        r = self.r
        models = []
        origins = {}
        # the last day on which a text of this stage may appear
        last = e.day - 1 if status == "announced" else e.day + 5 if status == "held" else e.day
        while left > 0:
            left -= 1
            u = r()
            source = self.publisher(e, used)
            published = min(last, first + int(4 * r() ** 3))
            identifier = f"s{self.count:07}"
            self.count += 1
            mentions = ""
            if models and u > 0.45:
                title, lead, more, origin, errors, since, error = self.pick(models)
                published = max(published, since)
                if u > 0.7 or error and error[0] == "status":
                    style = "copy"
                else:
                    style = "rewrite"
                    title, lead, _, _ = self.text(e, status, published, error)
                text = " ".join((lead, *more))
                self.put(e, identifier, 1, source, published, title, text, origin, style, status, errors,
                         mentions)
                continue
            agency = None
            if u < 0.12:
                agency = self.pick(self.publishers["agency"]).name
                if agency == source.name:
                    agency = None
            error = self.error(e, status) if r() < source.error_rate else None
            if error and error[0] == "date" and (published - error[1] > 6 or status != "held" and error[1] <= published):
                error = None
            if error == ("status", "held") and published < e.day:
                error = None
            title, lead, more, statement = self.text(e, status, published, error, agency)
            key = agency or statement or (source.name if source.kind == "agency" else None)
            if key not in origins or key is None:
                e.origins += 1
                origins[key] = e.origins
            origin = origins[key]
            errors = [self.told_error(error)] if error else []
            if not agency:
                models.append((title, lead, more, origin, errors, published, error))
                if source.kind == "agency" and r() < 0.5:
                    place = e.city or self.pick(e.sides).cities[0]
                    lead = f"{place.upper()}, {self.days[published][2]} ({source.name}) -- {lead}"
            if r() < 0.15:
                sentence, name = self.memory(e, status)
                if sentence:
                    more = [*more, sentence]
                    mentions = f'"{name}"'
            text = " ".join((lead, *more))
            self.put(e, identifier, 1, source, published, title, text, origin, "credit" if agency else "independent", status,
                     errors, mentions)
            if error and left and r() < 0.5:
                # the publisher notices, and puts right what it had published
                left -= 1
                title, lead, more, _ = self.text(e, status, published, None, agency)
                text = " ".join((lead, *more))
                later = published + 3 + int(r() * 8)
                self.put(e, identifier, 2, source, published, title, text, origin, "correction", status, (), "", later)

    def lines(self):
        """Pairs of a line of documents, or None, and a line of truth, in the order in which reports arrive."""
        due = FIRST_DAY - 60
        for day, size in self.plan:
            while due < day - 20:
                yield from self.arrivals(due)
                due += 1
            e = self.event(day)
            yield None, self.truth(e) + "\n"
            self.reports(e, size)
        for day in sorted(self.buckets):
            yield from self.arrivals(day)

    def arrivals(self, day):
        bucket = self.buckets.pop(day, None)
        if bucket:
            self.dice.shuffle(bucket)
            yield from bucket


def write(generator, out, truth, first=None):
    """Writes reports and truth; at most `first` reports. Gives the number of reports."""
    count = 0
    pending, told = [], []
    for line, fact in generator.lines():
        told.append(fact)
        if line is not None:
            pending.append(line)
            count += 1
            if count == first:
                break
        if len(told) >= 1000:
            out.write("".join(pending))
            truth.write("".join(told))
            pending.clear()
            told.clear()
    out.write("".join(pending))
    truth.write("".join(told))
    return count


def shuffle(path, out, seed):
    """Writes the lines of a file in the order of a seed; lines of one report keep their order among themselves."""
    with open(path, "rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as whole:
        starts, places = [0], {}
        while (end := whole.find(b"\n", starts[-1])) >= 0:
            places.setdefault(whole[starts[-1] + 6:starts[-1] + 15], []).append(len(starts) - 1)
            starts.append(end + 1)
        order = list(range(len(starts) - 1))
        dice_of(seed, "shuffle").shuffle(order)
        place = {line: i for i, line in enumerate(order)}
        for lines in places.values():
            if len(lines) > 1:
                for line, i in zip(lines, sorted(place[line] for line in lines)):
                    order[i] = line
        for line in order:
            out.write(whole[starts[line]:starts[line + 1]])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("truth")
    parser.add_argument("--reports", type=int, default=1_000_000)
    parser.add_argument("--encounters", type=int, help="default: a fifth of the reports")
    parser.add_argument("--first", type=int, help="write only the first K reports")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--shuffle", metavar="SEED", help="write the reports in the order of a seed")
    parser.add_argument("--lexicon", default=os.path.join(HERE, "..", "Data"), help="folder with persons/*.tsv")
    options = parser.parse_args()
    encounters = options.encounters or max(1, options.reports // 5)
    generator = Generator(options.seed, encounters, options.reports, options.lexicon)
    with open(options.truth, "w", encoding="utf-8") as truth:
        if options.shuffle is None:
            with open(options.out, "w", encoding="utf-8") as out:
                write(generator, out, truth, options.first)
            return 0
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=os.path.dirname(os.path.abspath(options.out))) as ordered:
            write(generator, ordered, truth, options.first)
            ordered.flush()
            with open(options.out, "wb") as out:
                shuffle(ordered.name, out, options.shuffle)
    return 0


if __name__ == "__main__":
    sys.exit(main())
