"""The outputs folder: one run at a time, and sentences for what can be wrong with it."""

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.errors import CommuniqueError
from pipeline.outputs import only_run, put_aside, writing
from pipeline.tables import replacing, sweep

HOLD = "import sys, time; from pathlib import Path; from pipeline.outputs import only_run\n"
HOLD += "with only_run(Path(sys.argv[1])): print('in', flush=True); time.sleep(60)"


def test_a_second_run_is_refused_until_the_first_has_ended_or_was_killed(tmp_path: Path) -> None:
    with only_run(tmp_path), pytest.raises(CommuniqueError, match="in use by another run"), only_run(tmp_path):
        pass
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout
        assert other.stdout.readline() == "in\n"
        with pytest.raises(CommuniqueError, match="wait until that one has ended"), only_run(tmp_path):
            pass
        other.kill()
    with only_run(tmp_path):
        pass


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (errno.ENOSPC, "no room left on the disk of .*what is done is kept"),
        (errno.EROFS, "cannot be written: mend its permissions, close what has its files open, or choose another"),
        (errno.EACCES, "cannot be written"),
    ],
)
def test_what_a_disk_refuses_is_said(tmp_path: Path, number: int, says: str) -> None:
    with pytest.raises(CommuniqueError, match=says), writing(tmp_path):
        raise OSError(number, os.strerror(number))


def test_other_errors_of_files_are_no_users_mistake(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), writing(tmp_path):
        (tmp_path / "nowhere").read_text()


def test_a_file_that_is_put_aside_takes_its_journal_along(tmp_path: Path) -> None:
    file = tmp_path / "communique.sqlite"
    assert put_aside(file) is None
    file.write_text("damaged")
    (tmp_path / "communique.sqlite-journal").write_text("half a transaction")
    assert put_aside(file) == tmp_path / "communique.damaged.sqlite"
    assert [path.name for path in tmp_path.iterdir()] == ["communique.damaged.sqlite"]


def test_a_folder_that_is_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "outputs").write_text("")
    with pytest.raises(CommuniqueError, match="cannot be written"), only_run(tmp_path / "outputs"):
        pass


def test_what_a_killed_run_left_half_written_is_swept_away(tmp_path: Path) -> None:
    (tmp_path / "summary").mkdir()
    with replacing(tmp_path / "summary" / "actors.csv") as file:
        file.write("half")
        (left,) = (tmp_path / "summary").iterdir()
        sweep(tmp_path)
        assert not left.exists()
        left.touch()
    (tmp_path / ".kept").touch()
    sweep(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*")) == [".kept", "actors.csv", "summary"]
