"""Sentences are explained, policy areas learned, and the whole measured on gold."""

import sys
import tempfile
from pathlib import Path
from typing import Annotated

import typer

from pipeline.commands.found import found
from pipeline.commands.options import (
    EncoderOption,
    KnowledgeOption,
    ModelOption,
    OutputsOption,
)
from pipeline.console import Console
from pipeline.knowledge import Knowledge
from pipeline.settings import current

PartiesOption = Annotated[str, typer.Option(help="Parties of the document, such as JPN,USA.")]

app = typer.Typer()
gold_app = typer.Typer(help="Gold: documents labelled by readers.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(gold_app, name="gold")


@app.command()
def explain(
    sentence: Annotated[str, typer.Argument(help="The sentence to explain.")],
    parties: PartiesOption = "",
    language_model: ModelOption = None,
    encoder: EncoderOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Show the parse, cues, decisions and reasons for one sentence."""
    from pipeline.classify.explain import explain_areas
    from pipeline.classify.features import Passage
    from pipeline.classify.model import load_model
    from pipeline.engine.loading import tagging_pipeline
    from pipeline.fingerprint import areas_folder
    from pipeline.tag.explain import explain as explain_sentence

    settings = current(language_model=language_model, encoder=encoder, knowledge=knowledge)
    model = load_model(areas_folder(settings), Knowledge(settings.knowledge))
    codes = tuple(code.strip() for code in parties.split(",") if code.strip())
    print(explain_sentence(sentence, tagging_pipeline(settings.models), codes))
    print("Policy areas")
    for area, score, reasons in explain_areas(sentence, Passage(sentence), model):
        words = ", ".join(f"{word} {weight:+.2f}" for word, weight in reasons)
        print(f"{area} {score:.2f}: {words}")


@app.command()
def review(
    count: Annotated[int, typer.Option(help="How many sentences.", min=1)] = 50,
    outputs: OutputsOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Write the sentences whose policy areas are most doubtful, to be labelled: review.csv and Label Studio tasks."""
    from pipeline.classify.learning.review import most_doubtful, write_review
    from pipeline.classify.model import load_model
    from pipeline.fingerprint import areas_folder

    settings = current(outputs=outputs, knowledge=knowledge)
    known = Knowledge(settings.knowledge)
    with found(settings) as (analyses, _):
        rows = most_doubtful(analyses, load_model(areas_folder(settings), known), count)
    path = write_review(rows, settings.outputs, known)
    print(f"{len(rows)} sentences in {path}: fill in the column areas, then make learn FROM=that file")


@app.command()
def learn(
    labels: Annotated[Path, typer.Argument(help="The filled-in review file.")],
    gold: Annotated[Path | None, typer.Option(help="Gold file to measure on, before and after.")] = None,
    outputs: OutputsOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Learn policy areas from labels of one's own; the next run uses what was learned."""
    from pipeline.classify.learning.learn import learn as learn_areas
    from pipeline.fingerprint import LEARNED_MODEL

    settings = current(outputs=outputs, knowledge=knowledge)
    learned = learn_areas(
        labels, Path(settings.areas_model), settings.outputs / LEARNED_MODEL, Knowledge(settings.knowledge), gold
    )
    print(f"{learned.labels} labels; new areas: {', '.join(learned.new_areas) or 'none'}")
    print(f"measured on {learned.measured_on}:")
    for name, before in learned.before.items():
        print(f"  {name:20s} {before:.3f} -> {learned.after[name]:.3f}")


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Option(help="Gold file: one JSON document a line.")],
    floors: Annotated[Path | None, typer.Option(help="JSON file of floors; the command fails under one.")] = None,
    errors: Annotated[Path | None, typer.Option(help="File for the list of errors.")] = None,
    infer_parties: Annotated[bool, typer.Option("--infer-parties", help="Withhold the gold's parties.")] = False,
    no_metadata: Annotated[bool, typer.Option("--no-metadata", help="Withhold all of the gold's metadata.")] = False,
    language_model: ModelOption = None,
    encoder: EncoderOption = None,
    outputs: Annotated[Path | None, typer.Option(help="Keep the outputs in this folder.")] = None,
    texts: Annotated[Path | None, typer.Option(help="Folder of the texts, where the gold holds offsets only.")] = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Measure the pipeline on gold documents: precision, recall, F1 with bootstrap intervals."""
    from pipeline.evaluate import Given
    from pipeline.evaluate import evaluate as run_evaluation
    from pipeline.gold.figures import figures, sunk, table
    from pipeline.gold.scoring import write_errors

    settings = current(language_model=language_model, encoder=encoder, knowledge=knowledge)
    with tempfile.TemporaryDirectory() as temporary:
        folder = outputs or Path(temporary)
        given: Given = "nothing" if no_metadata else "all but parties" if infer_parties else "all"
        scored = run_evaluation(gold, folder, settings, Console(), given=given, texts=texts)
    measured = figures([s.tally for s in scored])
    print(table(measured))
    if errors:
        write_errors(scored, errors)
    below = sunk(measured, floors) if floors else []
    for line in below:
        print(line, file=sys.stderr)
    if below:
        raise typer.Exit(1)


@gold_app.command("import")
def import_annotations(
    file: Annotated[Path, typer.Argument(help="What Label Studio (JSON) or doccano (JSON Lines) exported.")],
    output: Annotated[Path, typer.Option(help="Gold file to write.")] = Path("gold.jsonl"),
    form: Annotated[str, typer.Option("--format", help="label-studio or doccano; guessed if not given.")] = "",
    outputs: OutputsOption = None,
    knowledge: KnowledgeOption = None,
) -> None:
    """Take corrected annotations of exported documents back as gold, to evaluate with."""
    from pipeline.classify.model import load_model
    from pipeline.fingerprint import areas_folder
    from pipeline.gold.checks import guideline_labels
    from pipeline.gold.files import write_gold
    from pipeline.gold.importing import import_gold
    from pipeline.knowledge.areas import area_keys

    settings = current(outputs=outputs, knowledge=knowledge)
    known = Knowledge(settings.knowledge)
    learned = load_model(areas_folder(settings), known).areas
    imported = import_gold(file, form, guideline_labels([*area_keys(known), *learned]))
    write_gold(imported.records, output)
    print(f"{len(imported.records)} documents -> {output}")
    if imported.unread:
        print(f"{imported.unread} of them carry no reader's annotation: their labels are the exported ones")
