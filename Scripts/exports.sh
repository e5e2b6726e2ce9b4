#!/bin/sh
# Writes what a register holds in every format, each to a file of a folder: for the programs that check them.
# usage: exports.sh BINARY REGISTER FOLDER
set -eu
binary=$1 register=$2 folder=$3
export_as() { "$binary" export --format "$1" --register "$register" --to "$folder/$2"; }
export_as ftm encounters.ftm.json
export_as graphml encounters.graphml
export_as graphml-dyads dyads.graphml
export_as jsonld encounters.jsonld
export_as ics encounters.ics
export_as bibtex reports.bib
export_as ris reports.ris
export_as csl reports.csl.json
export_as snapshot snapshot.sqlite
export_as package package
export_as xlsx encounters.xlsx
for rows in gdelt icews polecat petrarch; do export_as $rows events.$rows 2>/dev/null; done
