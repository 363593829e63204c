"""What a host process may expect of a library: importing and loading it changes nothing that is the host's."""

import subprocess
import sys
from pathlib import Path

import numpy
import pytest
from threadpoolctl import ThreadpoolController, threadpool_info, threadpool_limits

from pipeline.threads import one_thread

ROOT = Path(__file__).parent.parent

HOST = """
import csv, importlib, os, pkgutil
import numpy, spacy
from spacy.tokens import Doc, Span, Token
from thinc.api import NumpyOps, get_current_ops, set_current_ops
from threadpoolctl import threadpool_info, threadpool_limits

def state():
    extensions = {owner.__name__: sorted(owner_extensions(owner)) for owner in (Doc, Span, Token)}
    libraries = [library for library in threadpool_info() if "numpy" in library["filepath"]]
    threads = {library["filepath"]: library["num_threads"] for library in libraries}
    return dict(os.environ), csv.field_size_limit(), id(get_current_ops()), threads, extensions

def owner_extensions(owner):
    return {"Doc": spacy.tokens.underscore.Underscore.doc_extensions,
            "Span": spacy.tokens.underscore.Underscore.span_extensions,
            "Token": spacy.tokens.underscore.Underscore.token_extensions}[owner.__name__]

threadpool_limits(2)
Doc.set_extension("title", default="the host's")
mine = NumpyOps()
set_current_ops(mine)
before = state()

import pipeline
for module in pkgutil.walk_packages(pipeline.__path__, "pipeline."):
    if not module.name.endswith("__main__") and not module.name.startswith("pipeline.training"):
        importlib.import_module(module.name)
imported = state()

nlp = pipeline.load()
loaded = state()
doc = nlp("Norway will open two ports.")
worked = state()

def with_ours(extensions):
    return {name: sorted([*names, *(["communique"] if name != "Token" else [])]) for name, names in extensions.items()}

for name, after in (("imported", imported), ("loaded", loaded), ("worked", worked)):
    assert after[0] == before[0], (name, "environment")
    assert after[1] == before[1], (name, "limit of the module csv")
    assert after[2] == before[2], (name, "operations of thinc")
    assert after[3] == before[3], (name, "threads", before[3], after[3])
    assert after[4] == with_ours(before[4]), (name, after[4])
assert doc._.title == "the host's"
assert [span._.communique.commitment.actors for span in doc.spans["commitments"]] == [("NOR",)]
theirs = spacy.blank("en")
theirs.add_pipe("tagger").add_label("NN")
theirs.initialize()
assert theirs.get_pipe("tagger").model.ops is mine
print("as it was")
"""


def blas() -> list[int]:
    return [library["num_threads"] for library in threadpool_info() if library["user_api"] == "blas"]


def test_the_host_stays_as_it_was() -> None:
    done = subprocess.run([sys.executable, "-c", HOST], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.stdout, done.returncode) == ("as it was\n", 0), done.stderr


def test_one_thread_inside_and_the_hosts_number_behind() -> None:
    assert numpy.__version__
    with threadpool_limits(2):
        with one_thread():
            assert set(blas()) == {1}
            with one_thread():
                assert set(blas()) == {1}
            assert set(blas()) == {1}
        assert set(blas()) == {2}


def test_the_hosts_number_comes_back_after_an_error() -> None:
    with threadpool_limits(2):
        with pytest.raises(ValueError, match="of ours"), one_thread():
            raise ValueError("of ours")
        assert set(blas()) == {2}


def test_the_last_of_several_gives_the_number_back() -> None:
    with threadpool_limits(2):
        first, second = one_thread(), one_thread()
        first.__enter__()
        second.__enter__()
        first.__exit__(None, None, None)
        assert set(blas()) == {1}
        second.__exit__(None, None, None)
        assert set(blas()) == {2}
    assert ThreadpoolController().lib_controllers
