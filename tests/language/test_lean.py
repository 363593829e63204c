import subprocess
import sys

ASKED = """
import sys
from pipeline.language.lean import import_spacy
import_spacy()
import spacy
print("spacy.cli" in sys.modules, hasattr(spacy, "cli"), "httpx" in sys.modules)
print("spacy_version" in spacy.info(silent=True))
import spacy.cli
print(callable(spacy.cli.download))
import_spacy()
"""


def test_spacy_comes_without_its_commands_which_are_there_for_who_asks() -> None:
    done = subprocess.run([sys.executable, "-c", ASKED], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "False", "False", "True", "True"]
