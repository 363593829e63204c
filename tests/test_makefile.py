"""What `make` sets up, and when it does so anew.

The Makefile is copied into a folder where Python is a stand-in that notes what it is asked to do: nothing is installed.
"""

import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
FILES = ("Makefile", "pyproject.toml", "requirements.txt", "requirements-dev.txt")

pytestmark = pytest.mark.skipif(shutil.which("make") is None, reason="make is not installed")

STAND_IN = """#!/bin/sh
# Python, as far as the Makefile needs it: notes its arguments, and copies itself where an environment is made.
echo "$*" >> "$CALLS"
case "$*" in
    *"-m venv --clear "*) rm -rf "$4"; mkdir -p "$4/bin"; cp "$0" "$4/bin/python" ;;
    *"-m pipeline "*) sleep 0.02; echo "done: $3" >> "$CALLS" ;;
esac
"""
FAILS = "#!/bin/sh\nexit 1\n"


@dataclass(frozen=True)
class Project:
    """A folder with our Makefile and a stand-in for Python."""

    folder: Path
    python: Path

    def make(self, *arguments: str, **environment: str) -> list[str]:
        """What Python was asked to do by ``make``, which must succeed."""
        calls = self.python.with_name("calls")
        calls.write_text("")
        result = self.run(*arguments, CALLS=str(calls), **environment)
        assert result.returncode == 0, result.stderr
        return calls.read_text(encoding="utf-8").splitlines()

    def run(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        given = {name: value for name, value in os.environ.items() if name not in {"MAKEFLAGS", "MAKELEVEL", "MFLAGS"}}
        return subprocess.run(
            ["make", *arguments, f"PYTHON={self.python}"],
            cwd=self.folder,
            env={"CALLS": os.devnull} | given | environment,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def put(self, path: str, script: str) -> None:
        """A program in the project's folder."""
        (self.folder / path).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / path).unlink(missing_ok=True)
        (self.folder / path).write_text(script, encoding="utf-8")
        (self.folder / path).chmod(0o755)


@pytest.fixture
def new(tmp_path: Path) -> Project:
    """A project as it is after the download."""
    made = Project(tmp_path / "Communiqué", tmp_path / "bin" / "python")
    made.folder.mkdir()
    for name in FILES:
        shutil.copy(ROOT / name, made.folder)
    made.put("../bin/python", STAND_IN)
    return made


@pytest.fixture
def ready(new: Project) -> Project:
    """A project whose environment is made."""
    new.make("setup")
    return new


def made_anew(calls: list[str]) -> bool:
    return "-m venv --clear .venv" in calls


def installed(calls: list[str]) -> list[str]:
    """What pip was asked to install, in order."""
    return [call.split("--disable-pip-version-check ")[1] for call in calls if call.startswith("-m pip install")]


RUNNING = ["-r requirements.txt", "--no-deps --no-build-isolation --editable ."]


def test_the_first_run_sets_up_what_running_needs_and_no_more(new: Project) -> None:
    calls = new.make("run")
    assert made_anew(calls)
    assert installed(calls) == RUNNING
    assert calls[-1] == "done: run"


def test_the_second_run_sets_up_nothing(ready: Project) -> None:
    calls = ready.make("run")
    assert not made_anew(calls)
    assert installed(calls) == []


def test_tests_and_checks_come_with_the_targets_that_need_them(ready: Project) -> None:
    assert installed(ready.make("test")) == ["-r requirements-dev.txt"]
    assert installed(ready.make("lint")) == []


@pytest.mark.parametrize(
    ("target", "extra"),
    [("export", "export"), ("explore", "explore"), ("train-areas", "train"), ("train-judge", "train")],
)
def test_what_one_command_needs_comes_with_it_once(ready: Project, target: str, extra: str) -> None:
    arguments = (target, "FORMAT=xlsx", "GOLD=.", "PRESS=.")
    (asked,) = installed(ready.make(*arguments))
    assert asked == f"--constraint requirements-dev.txt --no-build-isolation --editable .[{extra}]"
    assert installed(ready.make(*arguments)) == []


def test_a_set_up_says_how_long_it_took_and_leaves_standard_output_to_the_results(new: Project) -> None:
    result = new.run("setup")
    assert re.search(r"^Set up in \d+ s$", result.stderr, re.MULTILINE)
    assert result.stdout == ""


def test_an_environment_that_was_moved_is_made_anew(ready: Project) -> None:
    moved = Project(ready.folder.rename(ready.folder.with_name("renamed")), ready.python)
    assert made_anew(moved.make("run"))
    assert not made_anew(moved.make("run"))


def test_an_environment_whose_python_is_gone_is_made_anew(ready: Project) -> None:
    (ready.folder / ".venv/bin/python").unlink()
    (ready.folder / ".venv/bin/python").symlink_to("/nonexistent/python3.11")
    calls = ready.make("run")
    assert made_anew(calls)
    assert installed(calls) == RUNNING


def test_an_environment_without_pip_or_of_an_old_python_is_made_anew(ready: Project) -> None:
    ready.put(".venv/bin/python", FAILS)
    assert made_anew(ready.make("run"))


def test_an_environment_that_nobody_noted_is_made_anew(new: Project) -> None:
    new.put(".venv/bin/python", STAND_IN)
    assert made_anew(new.make("run"))


@pytest.mark.parametrize("target", ["run", "test", "export"])
def test_a_set_up_that_was_broken_off_begins_anew(ready: Project, target: str) -> None:
    later = (ready.folder / ".venv/.ready").stat().st_mtime + 10
    if target == "run":
        os.utime(ready.folder / "requirements.txt", (later, later))
    ready.put(".venv/bin/python", STAND_IN.replace("esac", '*"pip install"*) kill -9 $PPID ;; esac'))
    assert ready.run(target, "FORMAT=xlsx").returncode != 0
    ready.put(".venv/bin/python", STAND_IN)
    assert made_anew(ready.make("run"))


@pytest.mark.parametrize(("check", "anew"), [("exit 0", False), ("exit 1", True)])
def test_where_tests_cannot_be_set_up_running_is_left_as_it_was_if_it_is_sound(
    ready: Project, check: str, anew: bool
) -> None:
    offline = f'*"pip install"*) exit 1 ;; *"pip check"*) {check} ;; esac'
    ready.put(".venv/bin/python", STAND_IN.replace("esac", offline))
    assert ready.run("test").returncode != 0
    assert made_anew(ready.make("run")) == anew


def test_new_versions_are_installed_into_the_environment_there_is(ready: Project) -> None:
    later = (ready.folder / ".venv/.ready").stat().st_mtime + 10
    os.utime(ready.folder / "requirements.txt", (later, later))
    calls = ready.make("run")
    assert not made_anew(calls)
    assert installed(calls) == RUNNING


def test_an_environment_made_anew_gets_tests_and_checks_again(ready: Project) -> None:
    ready.make("test")
    moved = Project(ready.folder.rename(ready.folder.with_name("renamed")), ready.python)
    assert installed(moved.make("test")) == [*RUNNING, "-r requirements-dev.txt"]


def test_a_python_that_is_too_old_is_refused_in_a_sentence(new: Project) -> None:
    new.put("../bin/python", FAILS)
    result = new.run("run")
    assert result.returncode == 2
    assert "Python 3.11 or newer is needed" in result.stderr
    assert not (new.folder / ".venv").exists()


@pytest.mark.parametrize(
    ("given", "passed"),
    [("C", "C.UTF-8"), ("POSIX", "C.UTF-8"), ("en_GB.ISO-8859-1", "C.UTF-8"), ("de_DE.UTF-8", "de_DE.UTF-8"), ("", "")],
)
def test_python_is_given_a_locale_in_which_every_folder_has_a_name(new: Project, given: str, passed: str) -> None:
    new.put("../bin/python", STAND_IN.replace('"$*" >>', '"LC_ALL=$LC_ALL $*" >>'))
    calls = [call for _ in range(2) for call in new.make("run", LC_ALL=given) if ".venv" not in call]
    assert {call.split()[0] for call in calls if call.startswith("LC_ALL=") and "-m" in call} == {f"LC_ALL={passed}"}
    assert {call.split()[0] for call in calls if "import sys, pip" in call} == {f"LC_ALL={passed}"}


@pytest.mark.parametrize("asked", [{"arguments": "-j4"}, {"MAKEFLAGS": "-j8"}])
def test_stages_follow_one_another_when_make_is_told_to_hurry(ready: Project, asked: dict[str, str]) -> None:
    environment = dict(asked)
    options = environment.pop("arguments", "").split()
    stages = ["ingest", "tag", "classify", "report"]
    calls = [call for call in ready.make(*options, *stages, **environment) if "pipeline" in call or "done" in call]
    assert [call.split()[-1] for call in calls[1::2]] == stages
    assert [call.startswith("done: ") for call in calls] == [False, True] * 4


def test_help_lists_every_target_and_every_target_that_is_listed_exists(new: Project) -> None:
    listed = set(re.findall(r"^  make (\S+)", new.run("help").stdout, re.MULTILINE))
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8").replace("\\\n", " ")
    (phony,) = re.findall(r"^\.PHONY: (.*)", makefile, re.MULTILINE)
    assert listed == set(phony.split()) - {"unsound"}
    for target in listed:
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target
