"""Pages of their own for the documents whose text the report has no room for: ``outputs/documents/<doc_id>.html``."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment
from markupsafe import Markup

from pipeline.filenames import file_name, remove_others
from pipeline.records import Analysis
from pipeline.report.labels import Names
from pipeline.report.page.assets import style
from pipeline.report.page.marking import anchor, passages
from pipeline.tables import replacing

FOLDER = "documents"


def write_sheets(analyses: Sequence[Analysis], names: Names, environment: Environment, outputs: Path) -> list[Path]:
    """Write the pages; those of an earlier run that are not among them are removed. Returns what was written."""
    folder = outputs / FOLDER
    if analyses:
        folder.mkdir(parents=True, exist_ok=True)
    template = environment.get_template("document.html")
    written = []
    for a in analyses:
        written.append(folder / f"{file_name(a.document.doc_id)}.html")
        context = {
            "document": a.document,
            "anchor": f"d{anchor(a.document.doc_id)[1:]}",
            "passages": passages(a, names),
            "style": Markup(style()),
        }
        with replacing(written[-1]) as file:
            file.writelines(template.generate(context))
    remove_others(folder, "*.html", written)
    return written
