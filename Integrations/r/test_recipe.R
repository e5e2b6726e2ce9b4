# Runs the recipe on the samples.   usage: Rscript test_recipe.R [PROGRAM], in this folder
source("recipe.R")

words <- commandArgs(trailingOnly = TRUE)
root <- normalizePath("../..")
program <- if (length(words)) normalizePath(words[1]) else file.path(root, ".build/release/rapporteur")
folder <- tempfile("recipe")
dir.create(folder)
register <- file.path(folder, "r.db")
run <- function(words, out = FALSE) {
  status <- system2(program, shQuote(words), stdout = out, stderr = FALSE)
  if (status != 0) stop("expected ", program, " ", words[1], " to end well, found status ", status)
}
run(c("add", "--register", register, file.path(root, "Samples")))
for (kind in c("encounters", "claims"))
  run(c("export", kind, "--register", register, "--format", "csv"), file.path(folder, paste0(kind, ".csv")))

encounters <- read_table(file.path(folder, "encounters.csv"))
claims <- read_table(file.path(folder, "claims.csv"))
mine <- dyad(encounters, "RUS", "CHN")
stopifnot(
  "the dyad has the two encounters of the samples" = identical(sort(mine$month), c("2025-12", "2026-02")),
  "one in each year" = identical(by_year(mine)$encounters, c(1L, 1L)),
  "no encounters of who never met" = nrow(dyad(encounters, "CHN", "NOR")) == 0)

# Samples/README.md: "three reports place it in Beijing, two in China, one in Moscow"
found <- places(claims, encounters[date_start == "2026-02-01", id])
stopifnot(
  "the places of the first sample are those of its description" =
    identical(found$place, c("Beijing", "CHN", "Moscow")) && identical(found$reports, c(3L, 2L, 1L)))

draw(mine, "CHN and RUS", file.path(folder, "timeline.pdf"))
stopifnot("the picture is a PDF" = identical(readLines(file.path(folder, "timeline.pdf"), n = 1, warn = FALSE), "%PDF-1.4"))
unlink(folder, recursive = TRUE)
cat("The recipe in R does what it says.\n")
