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
SCHEDULER :=

VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEV := $(VENV)/.ready-dev
HERE := $(VENV)/.folder
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Modules rather than console scripts, which hold the path of the folder in which they were made.
COMMUNIQUE := $(BIN)/python -m pipeline
FOLDERS := --corpus "$(CORPUS)" --outputs "$(OUTPUTS)"
# Work on a cluster: the option, and what it needs installed.
SPREAD := $(if $(SCHEDULER),--scheduler "$(SCHEDULER)")
ON_CLUSTER := $(if $(SCHEDULER),$(VENV)/.ready-cluster)

# With LC_ALL=C, Python 3.11 does not start an environment whose folder has letters outside ASCII in its name: the same locale with UTF-8.
ifneq ($(LC_ALL),)
ifeq ($(findstring utf8,$(subst -,,$(subst UTF,utf,$(LC_ALL)))),)
export LC_ALL := C.UTF-8
endif
endif

# The environment is sound where its Python runs, is new enough, has pip, and was made for this folder. One that was moved, that lost its
# Python to an upgrade, that was left half made or that is of an older Python is made anew.
SOUND := LC_ALL=$(LC_ALL) $(BIN)/python -c 'import sys, pip; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && \
	test "$$(cat $(HERE) 2>/dev/null)" = "$$(pwd -P)"

# Adding to the environment. While pip works it is not noted as sound: what was broken off half-way may be past pip's mending. Where pip
# only refused (no connection), it stays as it was.
ADD = rm -f $(HERE); $(PIP) $(1) || { $(BIN)/python -m pip check >/dev/null 2>&1 && pwd -P > $(HERE); exit 1; }; pwd -P > $(HERE)

# For long work: `$(CLOCK); work && $(TOOK)` says how long it took.
CLOCK := start=$$(date +%s)
TOOK = echo "$@: $$(($$(date +%s) - start)) s" >&2

.DEFAULT_GOAL := help
# The stages follow one another, also under `make -j`.
.NOTPARALLEL:
.PHONY: cluster stress wheel help setup setup-dev run ingest tag classify track report add corpus corpus-check explain evaluate review learn compare export merge explore gold-import test lint behaviour mutants bench bench-page screens bench-job bench-scale bench-track \
	fuzz fuzz-inputs measure-readers train train-language train-encoder train-areas train-judge train-parties train-track ways clean unsound

# What stands behind ## is listed: ##s are single stages, ##d is for developers, ##m teaches models.
help: ## List the targets
	@awk '/^[a-z-]+:.*##/ { \
		name = part = $$0; sub(/:.*/, "", name); sub(/.*##/, "", part); text = part; sub(/^[a-z]* /, "", text); sub(/ .*/, "", part); \
		lines[part] = lines[part] sprintf("  make %-16s %s\n", name, text) } \
		END { printf "Every day\n%s\nOne stage of make run at a time, a cluster\n%s\nTo measure and to develop\n%s\nTo teach models\n%s", \
		lines[""], lines["s"], lines["d"], lines["m"] }' $(MAKEFILE_LIST)

setup: $(READY) ##d Make the environment in .venv, for running (done by the other targets when needed)

setup-dev: $(DEV) ##d The same, for tests and checks as well

$(READY): pyproject.toml requirements.txt $(shell { $(SOUND); } || echo unsound)
	@$(CLOCK); \
	{ $(SOUND); } || { \
		$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
			{ echo "Python 3.11 or newer is needed: set PYTHON=/path/to/python3.11" >&2; exit 2; }; \
		$(PYTHON) -m venv --clear $(VENV); \
	} && \
	echo "Setting up $(VENV) (once; a minute or two) ..." >&2 && \
	rm -f $(HERE) && \
	$(PIP) -r requirements.txt && \
	$(PIP) --no-deps --no-build-isolation --editable . && \
	pwd -P > $(HERE) && \
	touch $(READY) && \
	echo "Set up in $$(($$(date +%s) - start)) s" >&2

$(DEV): $(READY) requirements-dev.txt
	@$(CLOCK); \
	echo "Setting up tests and checks (once; a minute) ..." >&2; \
	$(call ADD,-r requirements-dev.txt) && \
	touch $(DEV) && \
	echo "Set up tests and checks in $$(($$(date +%s) - start)) s" >&2

# What one command needs beyond the rest: the extras of pyproject.toml, in the versions that are tested.
$(VENV)/.ready-%: $(READY) requirements-dev.txt
	@$(CLOCK); \
	$(call ADD,--constraint requirements-dev.txt --no-build-isolation --editable ".[$*]") && \
	touch $@ && \
	echo "Set up what '$*' needs in $$(($$(date +%s) - start)) s" >&2

run: $(READY) $(ON_CLUSTER) ## The main job: corpus/ -> tables, charts and report in outputs/ (CORPUS=, OUTPUTS=, WORKERS=, SCHEDULER=, REBUILD=1)
	@$(CLOCK); $(COMMUNIQUE) run $(FOLDERS) --workers "$(WORKERS)" $(SPREAD) $(if $(REBUILD),--rebuild) $(V) && $(TOOK)

ingest: $(READY) ##s First stage: read, clean and describe the documents
	@$(COMMUNIQUE) ingest $(FOLDERS) $(V)

tag: $(READY) $(ON_CLUSTER) ##s Second stage: entities, acts, commitments, actors
	@$(COMMUNIQUE) tag --outputs "$(OUTPUTS)" --workers "$(WORKERS)" $(SPREAD) $(V)

classify: $(READY) ##s Third stage: policy areas
	@$(COMMUNIQUE) classify --outputs "$(OUTPUTS)" $(V)

cluster: $(READY) $(VENV)/.ready-cluster ##s Start a Dask scheduler and workers on this machine, for make run SCHEDULER= (WORKERS=2, PORT=8786)
	@$(COMMUNIQUE) cluster --workers "$(WORKERS)" --port "$(or $(PORT),8786)"

track: $(READY) ##s Fourth stage: links to what earlier documents of the same actors said, threads, series
	@$(COMMUNIQUE) track --outputs "$(OUTPUTS)" $(V)

report: $(READY) ##s Fifth stage: tables, summaries, charts and report from what was found
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

evaluate: $(READY) ##d Measure against gold: make evaluate GOLD=file.jsonl (default: our own gold, with its floors)
	@$(CLOCK); $(COMMUNIQUE) evaluate --gold "$(GOLD)" $(if $(filter tests/gold/own.jsonl,$(GOLD)),--floors tests/gold/floors.json) && $(TOOK)

review: $(READY) ## Write the sentences with the most doubtful policy areas to outputs/review.csv, to be labelled (COUNT=)
	@$(COMMUNIQUE) review --outputs "$(OUTPUTS)" --count "$(COUNT)"

learn: $(READY) ## Learn policy areas from a filled-in review file, measured on GOLD: make learn FROM=outputs/review.csv
	@test -n "$(FROM)" || { echo "Name the filled-in file: make learn FROM=outputs/review.csv"; exit 2; }
	@$(COMMUNIQUE) learn "$(FROM)" --gold "$(GOLD)" --outputs "$(OUTPUTS)"

compare: $(READY) ## Lay two documents side by side: make compare A=doc_id B=doc_id (files, folders), or SERIES=name LAST=2
	@test -n "$(SERIES)" -o -n "$(A)" -a -n "$(B)" || \
		{ echo "Name two documents: make compare A=doc_id B=doc_id, or a series: make compare SERIES=name LAST=2"; exit 2; }
	@$(COMMUNIQUE) compare --outputs "$(OUTPUTS)" $(if $(SERIES),--series "$(SERIES)" --last "$(or $(LAST),2)",-- "$(A)" "$(B)")

export: $(READY) $(VENV)/.ready-export ## Write the tables in another form: make export FORMAT=xlsx|parquet|parquet-by-year|jsonl|csv|label-studio|doccano
	@test -n "$(FORMAT)" || { echo "Name the form: make export FORMAT=xlsx"; exit 2; }
	@$(COMMUNIQUE) export --outputs "$(OUTPUTS)" --format "$(FORMAT)"

merge: $(READY) ## Make one set of results of two: make merge A=one/communique.sqlite B=other/communique.sqlite OUTPUTS=both
	@test -n "$(A)" -a -n "$(B)" || { echo "Name two records: make merge A=one.sqlite B=other.sqlite OUTPUTS=both"; exit 2; }
	@$(COMMUNIQUE) merge "$(A)" "$(B)" --into "$(OUTPUTS)"

explore: $(READY) $(VENV)/.ready-explore ## Open the results in Datasette, on this machine only: search, filters, saved queries (PORT=8001)
	@$(COMMUNIQUE) explore --outputs "$(OUTPUTS)" --port "$(or $(PORT),8001)"

gold-import: $(READY) ##d Take corrected annotations back as gold: make gold-import FROM=export.json TO=gold.jsonl (Label Studio, doccano)
	@test -n "$(FROM)" || { echo "Name the exported file: make gold-import FROM=export.json TO=gold.jsonl"; exit 2; }
	@$(COMMUNIQUE) gold import "$(FROM)" --output "$(or $(TO),gold.jsonl)" --outputs "$(OUTPUTS)"

test: $(DEV) ##d Run the tests
	@$(BIN)/python -m pytest --numprocesses auto --maxprocesses 4 --dist worksteal

lint: $(DEV) ##d Check style and types
	@$(CLOCK); $(BIN)/python -m ruff check . && $(BIN)/python -m ruff format --check . && $(BIN)/python -m mypy pipeline && $(TOOK)

behaviour: $(DEV) ##d Try the cases of tests/behaviour/ and print passed and total by kind (KIND=)
	@$(BIN)/python -m tests.behaviour $(KIND)

mutants: $(DEV) ##d Put small mistakes into the rules, one at a time: do the tests notice? (COUNT=160 SEED=1 ONLY=pipeline/names)
	@$(BIN)/python -m tests.mutants --count "$(if $(filter file,$(origin COUNT)),160,$(COUNT))" --seed "$(or $(SEED),1)" \
		--only "$(or $(ONLY),pipeline)"

bench: $(DEV) ##d Measure the speed of loading, language model and taggers (TEXTS=folder of documents)
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.benchmarks.language --texts "$(TEXTS)"

bench-page: $(DEV) ##d Measure the report page in Chromium with 20,000 commitments
	@$(BIN)/python -m tests.benchmarks.page

screens: $(DEV) ##d Look at the report page on every screen in Chromium and Firefox: axe-core, widths, keyboard (REPORT=outputs/report.html)
	@$(BIN)/python -m tests.benchmarks.screens $(if $(REPORT),--report "$(REPORT)")

bench-job: $(DEV) ##d Measure the whole job: the shipped corpus, then documents made for it (COUNT=1000)
	@$(BIN)/python -m tests.benchmarks.job --count "$(if $(filter file,$(origin COUNT)),1000,$(COUNT))"

bench-scale: $(DEV) ##d Measure what grows with the corpus, each stage over an archive made for it (COUNT=1000)
	@$(BIN)/python -m tests.benchmarks.scale --count "$(if $(filter file,$(origin COUNT)),1000,$(COUNT))"

bench-track: $(DEV) ##d Measure tracking: commitments made by varying those of our own texts (COUNT=600000)
	@OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 $(BIN)/python -m tests.benchmarks.tracking --count "$(if $(filter file,$(origin COUNT)),600000,$(COUNT))"

measure-readers: $(DEV) ##d Measure the readers of web pages, PDF and Word files against known texts and the bare libraries
	@$(BIN)/python -m tests.readers

wheel: $(DEV) ##d Build the wheel, install it into an empty environment, and run it outside the repository
	@$(CLOCK); $(BIN)/python -m tests.benchmarks.wheel && $(TOOK)

stress: $(DEV) ##d Kill runs at random moments, fill disks, damage records: each must leave a good state (COUNT=100)
	@$(BIN)/python -m tests.benchmarks.stress --count "$(if $(filter file,$(origin COUNT)),100,$(COUNT))"

fuzz-inputs: $(DEV) ##d Read damaged front matter, metadata, tables, status.csv, knowledge and settings, as fuzz does (COUNT=10000)
	@$(BIN)/python -m tests.fuzzing.inputs --count "$(if $(filter file,$(origin COUNT)),10000,$(COUNT))"

fuzz: $(DEV) ##d Read damaged files of every format, which must be read or refused with a sentence (COUNT=10000)
	@$(BIN)/python -m tests.fuzzing --count "$(if $(filter file,$(origin COUNT)),10000,$(COUNT))"

train-language: PRESS ?= $(TREEBANKS)/../press
train-language: MODEL ?= pipeline/model/language
train-language: $(VENV)/.ready-train ##m Rebuild the language model: make train-language TREEBANKS=folder (PRESS=, MODEL=, GOLD=, NAMES=)
	@test -d "$(TREEBANKS)" -a -d "$(PRESS)" || \
		{ echo "Name the data: make train-language TREEBANKS=folder PRESS=folder"; exit 2; }
	@$(BIN)/python -m pipeline.training.language --treebanks "$(TREEBANKS)" --press "$(PRESS)" --output "$(MODEL)" \
		--gold $(filter-out tests/%,$(GOLD)) --names $(NAMES)

train: train-encoder train-areas train-parties train-judge ##m Teach the encoder, then what learns from it: make train GOLD=folder WORK=folder (PRESS=)

train-encoder: PRESS ?= $(GOLD)/../press
train-encoder: $(VENV)/.ready-teach ##m Teach the encoder, an hour and a half on one core: make train-encoder GOLD=folder WORK=folder (PRESS=)
	@test -d "$(GOLD)" -a -d "$(PRESS)" -a -n "$(WORK)" || \
		{ echo "Name the data: make train-encoder GOLD=folder PRESS=folder WORK=folder-outside-the-repository"; exit 2; }
	@$(BIN)/python -m pipeline.training.encoder --gold "$(GOLD)" --press "$(PRESS)" --labels pipeline/training/labels \
		--work "$(WORK)" --output pipeline/model/encoder

train-areas: PRESS ?= $(GOLD)/../press
train-areas: MODEL ?= pipeline/model/areas
train-areas: $(VENV)/.ready-train ##m Rebuild the model of policy areas: make train-areas GOLD=folder (PRESS=, MODEL=)
	@test -d "$(GOLD)" -a -d "$(PRESS)" || { echo "Name the data: make train-areas GOLD=folder PRESS=folder"; exit 2; }
	@$(BIN)/python -m pipeline.training.areas --gold "$(GOLD)" --press "$(PRESS)" --output "$(MODEL)" \
		--labels $(addprefix pipeline/training/labels/,press.jsonl press_read.jsonl press_read_doubt.jsonl) \
		$(if $(WORK),--readers "$(WORK)")

train-judge: PRESS ?= $(GOLD)/../press
train-judge: LABELS := pipeline/training/labels
train-judge: $(VENV)/.ready-train ##m Rebuild the judge of commitments and acts: make train-judge GOLD=folder (PRESS=)
	@test -d "$(GOLD)" -a -d "$(PRESS)" || { echo "Name the data: make train-judge GOLD=folder PRESS=folder"; exit 2; }
	@$(BIN)/python -m pipeline.training.judge $(addprefix $(GOLD)/,train.jsonl train2.jsonl train3.jsonl train4.jsonl seed.jsonl) \
		$(LABELS)/press.jsonl $(LABELS)/press_read.jsonl \
		--also $(addprefix $(LABELS)/,press_commitments.jsonl press_cued.jsonl press_read_doubt.jsonl plain.jsonl) \
		$(if $(WORK),--readers "$(WORK)") \
		--doubtful $(LABELS)/press_doubtful.jsonl --press "$(PRESS)"

train-parties: PRESS ?= $(GOLD)/../press
train-parties: LABELS := pipeline/training/labels
train-parties: $(VENV)/.ready-train ##m Rebuild what weighs for whom a document speaks: make train-parties GOLD=folder (PRESS=)
	@test -d "$(GOLD)" -a -d "$(PRESS)" || { echo "Name the data: make train-parties GOLD=folder PRESS=folder"; exit 2; }
	@$(BIN)/python -m pipeline.training.parties $(addprefix $(GOLD)/,train.jsonl train2.jsonl train3.jsonl train4.jsonl) \
		$(addprefix $(LABELS)/,press.jsonl press_commitments.jsonl press_doubtful.jsonl press_read.jsonl press_read_doubt.jsonl parties.jsonl) \
		--press "$(PRESS)"

train-track: WORK ?= $(OUTPUTS)/.train-track
train-track: TRACK = --press "$(PRESS)" --work "$(WORK)" --pairs $(wildcard pipeline/training/labels/tracking/*.json) \
	--without $(wildcard $(PRESS)/../gold/dev*.jsonl $(PRESS)/../tracking/*.json)
train-track: $(VENV)/.ready-teach ##m Rebuild the matcher of commitments in later documents: make train-track PRESS=folder (WORK=)
	@test -d "$(PRESS)" || { echo "Name the texts: make train-track PRESS=folder"; exit 2; }
	@$(BIN)/python -m pipeline.training.track $(TRACK) --words
	@$(BIN)/python -m pipeline.training.track.reading $(TRACK)
	@$(BIN)/python -m pipeline.training.track $(TRACK)

ways: PRESS ?= $(GOLD)/../press
ways: LABELS := pipeline/training/labels
ways: $(VENV)/.ready-train ## What a user would pick instead, in one table: make ways GOLD=folder MEASURE="file ..." (PRESS=, MODELS=)
	@test -d "$(GOLD)" -a -d "$(PRESS)" -a -n "$(MEASURE)" || \
		{ echo 'Name the data: make ways GOLD=folder PRESS=folder MEASURE="gold files"'; exit 2; }
	@$(BIN)/python -m pipeline.training.ways --gold $(MEASURE) --press "$(PRESS)" \
		--labelled $(addprefix $(GOLD)/,train.jsonl train2.jsonl train3.jsonl train4.jsonl) \
		$(addprefix $(LABELS)/,press.jsonl press_read.jsonl press_read_doubt.jsonl) $(if $(MODELS),--language-model $(MODELS))

clean: ## Remove the environment and everything that was made
	rm -rf $(VENV) $(OUTPUTS)/*.csv $(OUTPUTS)/*.html $(OUTPUTS)/*.sqlite $(OUTPUTS)/text $(OUTPUTS)/summary $(OUTPUTS)/charts $(OUTPUTS)/actors $(OUTPUTS)/compare
