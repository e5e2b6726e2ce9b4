# Reads what Rapporteur writes with data.table: a dyad's timeline as a picture, and the places that reports tell.
#
# usage: Rscript recipe.R timeline ENCOUNTERS.csv PARTY PARTY OUT.pdf
#        Rscript recipe.R places CLAIMS.csv ENCOUNTER
#
# The files are those of `rapporteur export encounters --format csv` and `rapporteur export claims --format csv`. Parquet is turned to
# the former by DuckDB's command line; README.md has the line.
suppressPackageStartupMessages(library(data.table))

# Statuses under which an encounter took place.
happened <- c("held", "under-way")

# Every column as text: "2025-05" is a month, and NA is what no report tells.
read_table <- function(path) fread(path, colClasses = "character", na.strings = "", encoding = "UTF-8")

# The encounters that took place between two parties, with the month and the year of each that has one.
dyad <- function(encounters, one, other) {
  has <- vapply(strsplit(encounters$parties, "; ", fixed = TRUE), function(parties) all(c(one, other) %in% parties), logical(1))
  mine <- encounters[has & status %in% happened]
  mine[, month := ifelse(nchar(date_start) >= 7, substr(date_start, 1, 7), NA_character_)]
  mine[, year := substr(date_start, 1, 4)]
  mine[]
}

# Encounters of a dyad by year and kind; those without a date are not counted.
by_year <- function(mine) mine[!is.na(year), .(encounters = .N), keyby = .(year, kind)]

# A bar for each month, as high as there were encounters.
draw <- function(mine, title, out) {
  counts <- mine[!is.na(month), .N, keyby = month]
  pdf(out, width = 9, height = 2.8)
  on.exit(dev.off())
  plot(as.Date(paste0(counts$month, "-01")), counts$N, type = "h", lwd = 4, lend = 1, col = "#335c81", ylim = c(0, max(counts$N, 1)),
       main = title, xlab = "", ylab = "encounters a month", bty = "l")
}

# Where the reports of an encounter say that it was, and how many say so: the city, or the country alone.
places <- function(claims, id) {
  told <- claims[encounter == id & !is.na(country)]
  found <- told[, .(reports = uniqueN(document)), by = .(place = fcoalesce(place, country))]
  found[order(-reports, place)]
}

main <- function(words) {
  if (length(words) == 5 && words[1] == "timeline") {
    mine <- dyad(read_table(words[2]), words[3], words[4])
    draw(mine, paste(words[3], "and", words[4]), words[5])
    print(by_year(mine))
  } else if (length(words) == 3 && words[1] == "places") {
    print(places(read_table(words[2]), words[3]))
  } else {
    stop("expected timeline ENCOUNTERS.csv PARTY PARTY OUT.pdf, or places CLAIMS.csv ENCOUNTER")
  }
}

# Not where a test takes the functions.
if (sys.nframe() == 0L) main(commandArgs(trailingOnly = TRUE))
