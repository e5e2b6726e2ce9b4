"""Corroboration spread over a cluster: the stages of `rapporteur corroborate --stage`, each a map over sorted blocks.

What comes out is, byte for byte, what one `rapporteur corroborate` over all records writes: Documentation/Scale.md says why.
Lines of columns go in and out of the children; Spark groups and sorts them, and knows nothing of what they mean.
"""
import tempfile

import pyarrow as pa
from pyspark.sql import functions as f

from children import stage
from tables import ENCOUNTERS, arrow, batches, encounter_row

# Between the labels of the blocks of one claim.
UNIT = "\x1f"


class Program:
    """How the children of a task are started."""

    def __init__(self, path):
        self.path = path

    def command(self, *arguments):
        return [self.path, *arguments]


def lines_of(frames, shortens=False):
    """Rows of Arrow as lines of columns between tabs; what is missing is empty, or at the end left out."""
    for frame in frames:
        columns = [column.cast(pa.string()).to_pylist() for column in frame.columns]
        for row in zip(*columns):
            while shortens and row[-1] is None:
                row = row[:-1]
            yield "\t".join("" if value is None else value for value in row).encode()


def piped(table, schema, program, name, extra=None):
    """A table through one stage: its columns go in as they stand, those of `schema` come out. All of them are text.

    extra    (option, lines): a file that every child is given
    """
    types = arrow(schema)
    fields = types.names

    def run(frames):
        command = program.command("corroborate", "--stage", name)
        with tempfile.NamedTemporaryFile() as file:
            if extra is not None:
                file.write(b"".join(line.encode() + b"\n" for line in extra.value[1]))
                file.flush()
                command += [extra.value[0], file.name]
            rows = (dict(zip(fields, line.decode().split("\t"))) for line in stage(command, lines_of(frames)))
            yield from batches(rows, types)

    return table.mapInArrow(run, schema)


def by(table, label, *order):
    """Sorted blocks: all rows of one label in one task, one after the other."""
    return table.repartition(label).sortWithinPartitions(label, *order)


def chained(ties):
    """The least claim of those that ties chain to each claim, for all that have ties: union and find on the driver."""
    parents = {}

    def root(claim):
        while True:
            above = parents.setdefault(claim, claim)
            if above == claim:
                return claim
            parents[claim] = parents[above]
            claim = above

    for one, other in zip(ties.column(0).to_pylist(), ties.column(1).to_pylist()):
        one, other = root(one), root(other)
        if one != other:
            parents[max(one, other)] = min(one, other)
    return [(claim, root(claim)) for claim in sorted(parents)]


class Corroboration:
    """The stages, in their order. `keep(name, table)` writes a table and reads it back, so that no stage runs twice."""

    def __init__(self, spark, program, keep):
        self.spark = spark
        self.program = program
        self.keep = keep

    def whole(self, told):
        """The encounters of claims that one child holds: rows of ENCOUNTERS, sorted by their ids."""
        schema = arrow(ENCOUNTERS)
        program = self.program

        def run(frames):
            lines = stage(program.command("corroborate", "--stage", "whole"), lines_of(frames, shortens=True))
            yield from batches(map(encounter_row, lines), schema)

        return told.where("type <> 'task'").coalesce(1).mapInArrow(run, ENCOUNTERS)

    def spread(self, told):
        """The same in shares, from what records tell (rows of TOLD)."""
        claims = told.where("type = 'claim'").select(
            f.col("a").cast("bigint").alias("claim"), f.col("b").alias("role"), f.col("c").alias("ties"),
            f.col("d").alias("homes"), f.col("e").alias("key"), f.col("f").alias("facts"), f.col("g").alias("report"))
        founded = self.keep("founded", self.groups(claims.where("role = 'founder'")))
        homes = self.keep("homes", self.homes(claims, founded))
        left = claims.where("role = 'undated'").join(homes.select("claim"), "claim", "left_anti")
        later = self.groups(left)
        members = self.keep("members", founded.select("group", "claim").unionByName(
            homes.select("group", "claim")).unionByName(later.select("group", "claim")))
        return self.related(self.seen(members, claims, told))

    def groups(self, claims):
        """group, claim, blocks: what claims of one role come to among themselves."""
        placed = claims.select(f.explode(f.split("ties", UNIT)).alias("block"), "claim", "key", "facts")
        ties = piped(by(placed, "block", "claim"), "a string, b string", self.program, "ties").select(
            f.col("a").cast("bigint"), f.col("b").cast("bigint"))
        components = self.spark.createDataFrame(chained(ties.toArrow()), "claim bigint, component bigint")
        labelled = claims.join(components, "claim", "left").select(
            f.coalesce("component", "claim").alias("component"), "claim", "key", "facts")
        found = piped(
            by(labelled, "component", "claim"), "group string, claim string, blocks string", self.program, "groups")
        return found.select(f.col("group").cast("bigint"), f.col("claim").cast("bigint"), "blocks")

    def homes(self, claims, founded):
        """claim, group: the homes of claims without a time."""
        block = f.explode(f.split("homes", UNIT)).alias("block")
        guests = claims.where("role <> 'founder'").select(
            block, f.lit(None).cast("bigint").alias("group"), "claim", "key", "facts")
        hosts = founded.select(f.explode(f.split("blocks", UNIT)).alias("block"), "group", "claim").join(
            guests.select("block").distinct(), "block", "left_semi").join(
                claims.select("claim", "key", "facts"), "claim").select("block", "group", "claim", "key", "facts")
        fits = piped(
            by(guests.unionByName(hosts), "block", "claim"), "claim string, group string, points string", self.program,
            "candidates")
        fits = fits.select(f.col("claim").cast("bigint"), "group", "points")
        homes = piped(by(fits, "claim", "group"), "claim string, group string", self.program, "homes")
        return homes.select(f.col("claim").cast("bigint"), f.col("group").cast("bigint"))

    def seen(self, members, claims, told):
        """Encounters in the light of all reports: those that do not depend on it from the first pass, the others anew."""
        tellings = members.join(claims.select("claim", "report"), "claim").select("group", "claim", "report")
        first = self.keep("first", self.resolved(tellings))
        tallies = first.where("type = 'bearing'").groupBy(f.col("a").alias("name")).agg(
            f.sum(f.col("b").cast("bigint")).alias("agreed"), f.sum(f.col("c").cast("bigint")).alias("disagreed"))
        latest = told.where("type = 'report'").groupBy(f.col("b").alias("name")).agg(f.max("c").alias("latest"))
        publishers = tallies.join(latest, "name", "full_outer").orderBy("name").collect()
        lines = ["\t".join("" if value is None else str(value) for value in row) for row in publishers]
        perspective = self.spark.sparkContext.broadcast(("--perspective", lines))
        depends = first.where("type = 'encounter' and c = '1'").select(f.col("a").cast("bigint").alias("group"))
        again = self.resolved(tellings.join(depends, "group", "left_semi"), perspective)
        found = first.where("type = 'encounter' and c = '0'").unionByName(again.where("type = 'encounter'"))
        firsts = members.groupBy("group").agg(f.min("claim").alias("first"))
        return self.keep("seen", found.select(
            f.col("a").cast("bigint").alias("group"), f.col("b").alias("id"), f.col("d").alias("visit"),
            f.col("e").alias("stay"), f.col("f").alias("encounter")).join(firsts, "group"))

    def resolved(self, tellings, perspective=None):
        """Lines of the stage encounters, with their type first."""
        return piped(
            by(tellings, "group", "claim"), "type string, a string, b string, c string, d string, e string, f string",
            self.program, "encounters", perspective)

    def related(self, seen):
        """Encounters with their relations to the visits among them, in the order of their ids."""
        stays = seen.where("visit = '1' and stay <> ''").select("stay").orderBy("stay").toArrow().column(0).to_pylist()
        visits = self.spark.sparkContext.broadcast(("--visits", stays))
        program = self.program
        schema = arrow(ENCOUNTERS)

        def run(frames):
            with tempfile.NamedTemporaryFile() as file:
                file.write(b"".join(line.encode() + b"\n" for line in visits.value[1]))
                file.flush()
                command = program.command("corroborate", "--stage", "relations", visits.value[0], file.name)
                yield from batches(map(encounter_row, stage(command, lines_of(frames))), schema)

        return seen.orderBy("id", "first").select("stay", "encounter").mapInArrow(run, ENCOUNTERS)
