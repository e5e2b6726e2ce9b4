# Rapporteur. `make demo` and `make test` do all their own set-up.
.DEFAULT_GOAL := help
.PHONY: help demo build test check format lint walls floors eval pin hostile bench names samples lexicon-page requirements

BINARY := .build/release/rapporteur
PYTHON := python3 -B
SWIFT_SOURCES := Package.swift Sources Tests Plugins

help: ## what there is
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

demo: build ## builds, reads the samples and prints the records of a disputed encounter
	@$(PYTHON) Scripts/demo.py --binary $(BINARY)

requirements: ## checks for what is needed; as root, installs what is missing
	@sh Scripts/requirements.sh

build: requirements ## builds the program, .build/release/rapporteur, one file that runs on any Debian 12
	swift build -c release --static-swift-stdlib --product rapporteur

test: build ## builds and runs every test
	swift test --disable-xctest
	cd Scripts && $(PYTHON) -m unittest -q
	cd Evaluation && $(PYTHON) -m unittest -q

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

names: build ## measures how fast the lexicon's names are found, against grep
	@$(PYTHON) Evaluation/names_speed.py

lexicon-page: build ## writes Documentation/Lexicon.md from the tables
	@$(BINARY) lexicon stats --format markdown > Documentation/Lexicon.md

samples: build ## reads every sample and prints its record
	@cat Samples/*.jsonl | while IFS= read -r document; do printf '%s\n' "$$document" | $(BINARY) read - || exit 1; done
