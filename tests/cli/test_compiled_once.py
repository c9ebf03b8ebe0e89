"""What Python compiles is kept once, in a folder of ours, and the checkout stays clean."""

import os
import subprocess
import sys
from pathlib import Path

from borgerfokus.cli.installation import compiled_once


def test_the_next_process_finds_what_was_compiled(tmp_path: Path) -> None:
    sources, kept = tmp_path / "sources", tmp_path / "bytecode"
    sources.mkdir()
    (sources / "something.py").write_text("ANSWER = 42\n")
    environment = compiled_once({**os.environ, "PYTHONDONTWRITEBYTECODE": "1"}, kept)

    subprocess.run([sys.executable, "-c", "import something"], env=environment, cwd=sources, check=True)

    assert [path.name for path in sources.iterdir()] == ["something.py"]
    assert [path.name.split(".")[0] for path in kept.rglob("something*.pyc")] == ["something"]
