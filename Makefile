# Communiqué: every target sets up what it needs. `make help` lists them.

PYTHON ?= python3
CORPUS ?= corpus
OUTPUTS ?= outputs
WORKERS ?= 0
GOLD ?= tests/gold/own.jsonl
TEXTS ?= corpus
COUNT ?= 50
# Addresses are taken from the command line only: what stands in the environment must not open a connection.
URL :=
URLS :=

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
COMMUNIQUE := $(BIN)/communique
FOLDERS := --corpus "$(CORPUS)" --outputs "$(OUTPUTS)"

.DEFAULT_GOAL := help
.PHONY: help setup run ingest tag classify report add corpus corpus-check explain evaluate review learn export explore gold-import test lint mutants bench bench-job fuzz \
	measure-readers train-language train-areas train-judge clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## Make the environment in .venv (done by the other targets when needed)

$(READY): pyproject.toml requirements.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed: set PYTHON=/path/to/python3.11"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Setting up $(VENV) (once; a minute or two) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $(READY)

run: $(READY) ## The main job: corpus/ -> tables, charts and report in outputs/ (CORPUS=, OUTPUTS=, WORKERS=)
	@$(COMMUNIQUE) run $(FOLDERS) --workers "$(WORKERS)" $(V)

ingest: $(READY) ## First stage: read, clean and describe the documents
	@$(COMMUNIQUE) ingest $(FOLDERS) $(V)

tag: $(READY) ## Second stage: entities, acts, commitments, actors
	@$(COMMUNIQUE) tag --outputs "$(OUTPUTS)" --workers "$(WORKERS)" $(V)

classify: $(READY) ## Third stage: policy areas
	@$(COMMUNIQUE) classify --outputs "$(OUTPUTS)" $(V)

report: $(READY) ## Fourth stage: tables, summaries, charts and report from what was found
	@$(COMMUNIQUE) report --outputs "$(OUTPUTS)" $(V)

add: $(READY) ## Add documents: make add FILE=path/to/statement.txt (several, a folder, a table, a ZIP archive), URL=https://..., or URLS=list.txt
	@test -n "$${FILE}$${URL}$${URLS}" || \
		{ echo "Name the document: make add FILE=path/to/statement.txt, or URL=https://..., or URLS=list.txt"; exit 2; }
	@$(COMMUNIQUE) add --corpus "$(CORPUS)" --named "$${FILE}" --url "$${URL}" $${URLS:+--urls "$${URLS}"}

corpus: $(READY) ## List the documents of the corpus with gaps, doubts and near-duplicates
	@$(COMMUNIQUE) corpus --corpus "$(CORPUS)"

corpus-check: $(READY) ## Name the problems of the corpus, and fail if there are any
	@$(COMMUNIQUE) corpus --check --corpus "$(CORPUS)"

explain: $(READY) ## Why a sentence is read as it is: make explain SENTENCE="..." PARTIES=JPN,USA
	@test -n "$(SENTENCE)" || { echo 'Give the sentence: make explain SENTENCE="..." PARTIES=JPN,USA'; exit 2; }
	@$(COMMUNIQUE) explain "$(SENTENCE)" --parties "$(PARTIES)"

evaluate: $(READY) ## Measure against gold: make evaluate GOLD=file.jsonl (default: our own gold, with its floors)
	@$(COMMUNIQUE) evaluate --gold "$(GOLD)" $(if $(filter tests/gold/own.jsonl,$(GOLD)),--floors tests/gold/floors.json)

review: $(READY) ## Write the sentences with the most doubtful policy areas to outputs/review.csv, to be labelled (COUNT=)
	@$(COMMUNIQUE) review --outputs "$(OUTPUTS)" --count "$(COUNT)"

learn: $(READY) ## Learn policy areas from a filled-in review file, measured on GOLD: make learn FROM=outputs/review.csv
	@test -n "$(FROM)" || { echo "Name the filled-in file: make learn FROM=outputs/review.csv"; exit 2; }
	@$(COMMUNIQUE) learn "$(FROM)" --gold "$(GOLD)" --outputs "$(OUTPUTS)"

export: $(READY) ## Write the tables in another form: make export FORMAT=xlsx|parquet|jsonl|csv|label-studio|doccano
	@test -n "$(FORMAT)" || { echo "Name the form: make export FORMAT=xlsx"; exit 2; }
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.txt -e ".[export]" --no-build-isolation
	@$(COMMUNIQUE) export --outputs "$(OUTPUTS)" --format "$(FORMAT)"

explore: $(READY) ## Open the results in Datasette, on this machine only: search, filters, saved queries (PORT=8001)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c requirements.txt -e ".[explore]" --no-build-isolation
	@$(COMMUNIQUE) explore --outputs "$(OUTPUTS)" --port "$(or $(PORT),8001)"

gold-import: $(READY) ## Take corrected annotations back as gold: make gold-import FROM=export.json TO=gold.jsonl (Label Studio, doccano)
	@test -n "$(FROM)" || { echo "Name the exported file: make gold-import FROM=export.json TO=gold.jsonl"; exit 2; }
	@$(COMMUNIQUE) gold import "$(FROM)" --output "$(or $(TO),gold.jsonl)" --outputs "$(OUTPUTS)"

test: $(READY) ## Run the tests
	@$(BIN)/python -m pytest

mutants: $(READY) ## Put small mistakes into the rules, one at a time: do the tests notice? (COUNT=160 SEED=1 ONLY=pipeline/names)
	@$(BIN)/python -m tests.mutants --count "$(if $(filter file,$(origin COUNT)),160,$(COUNT))" --seed "$(or $(SEED),1)" \
		--only "$(or $(ONLY),pipeline)"

lint: $(READY) ## Check style and types
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy pipeline

bench: $(READY) ## Measure the speed of loading, language model and taggers (TEXTS=folder of documents)
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.benchmarks.language --texts "$(TEXTS)"

bench-job: $(READY) ## Measure the whole job: the shipped corpus, then documents made for it (COUNT=1000)
	@$(BIN)/python -m tests.benchmarks.job --count "$(if $(filter file,$(origin COUNT)),1000,$(COUNT))"

measure-readers: $(READY) ## Measure the readers of web pages, PDF and Word files against known texts and the bare libraries
	@$(BIN)/python -m tests.readers

fuzz: $(READY) ## Read damaged files of every format, which must be read or refused with a sentence (COUNT=10000)
	@$(BIN)/python -m tests.fuzzing --count "$(if $(filter file,$(origin COUNT)),10000,$(COUNT))"

train-language: PRESS ?= $(TREEBANKS)/../press
train-language: MODEL ?= pipeline/model/language
train-language: $(READY) ## Rebuild the language model: make train-language TREEBANKS=folder (PRESS=, MODEL=, GOLD=, NAMES=)
	@test -d "$(TREEBANKS)" -a -d "$(PRESS)" || \
		{ echo "Name the data: make train-language TREEBANKS=folder PRESS=folder"; exit 2; }
	@$(BIN)/python -m pipeline.training.language --treebanks "$(TREEBANKS)" --press "$(PRESS)" --output "$(MODEL)" \
		--gold $(filter-out tests/%,$(GOLD)) --names $(NAMES)

train-areas: PRESS ?= $(GOLD)/../press
train-areas: MODEL ?= pipeline/model/areas
train-areas: $(READY) ## Rebuild the model of policy areas: make train-areas GOLD=folder (PRESS=, MODEL=)
	@test -d "$(GOLD)" -a -d "$(PRESS)" || { echo "Name the data: make train-areas GOLD=folder PRESS=folder"; exit 2; }
	@$(BIN)/python -m pipeline.training.areas --gold "$(GOLD)" --press "$(PRESS)" --output "$(MODEL)" \
		--labels pipeline/model/labels/press.jsonl

train-judge: PRESS ?= $(GOLD)/../press
train-judge: LABELS := pipeline/model/labels
train-judge: $(READY) ## Rebuild the judge of commitments and acts: make train-judge GOLD=folder (PRESS=)
	@test -d "$(GOLD)" -a -d "$(PRESS)" || { echo "Name the data: make train-judge GOLD=folder PRESS=folder"; exit 2; }
	@$(BIN)/python -m pipeline.training.judge "$(GOLD)/train.jsonl" "$(GOLD)/seed.jsonl" $(LABELS)/press.jsonl \
		--also $(LABELS)/press_commitments.jsonl $(LABELS)/press_cued.jsonl $(LABELS)/plain.jsonl \
		--doubtful $(LABELS)/press_doubtful.jsonl \
		--sentences "$(GOLD)/areas.jsonl" --press "$(PRESS)"

clean: ## Remove the environment and everything that was made
	rm -rf $(VENV) $(OUTPUTS)/*.csv $(OUTPUTS)/*.html $(OUTPUTS)/*.sqlite $(OUTPUTS)/text $(OUTPUTS)/summary $(OUTPUTS)/charts
