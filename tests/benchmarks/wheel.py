"""Does the wheel stand by itself? ``make wheel``.

It is built, installed with pip into an empty environment, and run outside the repository; what is printed are the sizes
and what the run said.
"""

import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEXT = "Joint Statement\n\nOslo, 8 May 2031\n\nNorway and Chile agreed to restore four lighthouses by 2035.\n"


def megabytes(folder: Path) -> float:
    """Size of all files in a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def main() -> None:
    """Build, install, run; exit code 1 where one of them fails."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        pip = [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check"]
        subprocess.run(
            [*pip, "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT], check=True, cwd=folder
        )
        (wheel,) = folder.glob("*.whl")
        venv.create(folder / "empty", with_pip=True)
        programs = folder / "empty" / ("Scripts" if os.name == "nt" else "bin")
        install = [programs / "python", "-m", "pip", "install", "--quiet", "--disable-pip-version-check", wheel]
        subprocess.run(install, check=True, cwd=folder)
        print(
            f"{wheel.name}: {wheel.stat().st_size / 1e6:.0f} MB, with all it needs {megabytes(folder / 'empty'):.0f} MB"
        )
        (folder / "corpus").mkdir()
        (folder / "corpus" / "talks.txt").write_text(TEXT, encoding="utf-8")
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        done = subprocess.run([programs / "communique", "run"], check=False, cwd=folder, env=environment)
        ledger = (folder / "outputs" / "commitments.csv").read_text(encoding="utf-8")
        print(ledger.splitlines()[1])
    sys.exit(done.returncode)


if __name__ == "__main__":
    main()
