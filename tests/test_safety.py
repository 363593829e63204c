"""What docs/security.md claims of the code as a whole."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[1] / "pipeline"
RUNNING = ("pickle.load", "pickle.loads", "marshal.loads", "shelve.open", "yaml.load", "yaml.unsafe_load")
EVALUATING = ("eval", "exec", "compile", "__import__", "os.system", "os.popen", "os.startfile")
PROGRAMS = {"engine/processes.py", "ingest/formats/pdf/process.py"}
"""Code that starts programs: our own, by this Python."""


def calls() -> Iterator[tuple[str, str, ast.Call]]:
    """File, name and call of every call in the code that is shipped."""
    for path in sorted(PACKAGE.rglob("*.py")):
        place = path.relative_to(PACKAGE).as_posix()
        if not place.startswith("training/"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.Call):
                    yield place, ast.unparse(node.func), node


def test_only_our_own_processes_send_pickles() -> None:
    assert {place.split("/")[0] for place, name, _ in calls() if name in RUNNING} == {"engine"}
    loads = [node for _, name, node in calls() if name == "np.load"]
    assert loads
    for node in loads:
        assert any(keyword.arg == "allow_pickle" and ast.unparse(keyword.value) == "False" for keyword in node.keywords)


def test_no_text_is_evaluated_and_no_shell_is_asked() -> None:
    assert [(place, name) for place, name, _ in calls() if name in EVALUATING] == []
    started = [(place, node) for place, name, node in calls() if name.startswith("subprocess.")]
    assert {place for place, _ in started} == PROGRAMS
    for _, node in started:
        assert ast.unparse(node.args[0]).startswith("[sys.executable, '-P', '-m', ")
        assert "shell" not in {keyword.arg for keyword in node.keywords}


def test_every_page_has_a_policy_that_lets_nothing_in() -> None:
    pages = [path for path in PACKAGE.rglob("*.html") if "<html" in path.read_text(encoding="utf-8")]
    assert len(pages) >= 4
    for page in pages:
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)"', page.read_text("utf-8"))
        assert policy, page
        parts = dict(part.strip().split(" ", 1) for part in policy[1].split(";"))
        assert (parts["default-src"], parts["base-uri"], parts["form-action"]) == ("'none'",) * 3, page
        assert parts.get("script-src", "'{{ script_hash }}'") == "'{{ script_hash }}'", page
        assert "connect-src" not in parts, page
