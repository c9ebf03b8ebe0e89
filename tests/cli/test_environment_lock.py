"""The environment is made again when its lock has changed, and otherwise left alone."""

import subprocess
from pathlib import Path

import pytest

from borgerfokus.cli import environment
from borgerfokus.cli.environment import STAMP, Environment
from borgerfokus.cli.trouble import Trouble


def an_environment(root: Path) -> Environment:
    (root / "src").mkdir()
    (root / "some.lock").write_text("# nothing\n")
    return Environment(root, root / ".venv", root / "some.lock")


def finish(made: Environment) -> None:
    made.python.parent.mkdir(parents=True)
    made.python.touch()
    (made.folder / STAMP).write_text(made.stamp())


def test_a_finished_environment_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = an_environment(tmp_path)
    finish(made)
    assert made.ensure(saying="Henter") is False
    assert capsys.readouterr().out == ""


def test_a_changed_lock_is_noticed(tmp_path: Path) -> None:
    made = an_environment(tmp_path)
    finish(made)
    made.lock.write_text("# something else\n")
    assert not made.up_to_date()


def test_an_unfinished_environment_is_noticed(tmp_path: Path) -> None:
    made = an_environment(tmp_path)
    finish(made)
    (made.folder / STAMP).unlink()
    assert not made.up_to_date()


def test_a_moved_checkout_is_noticed(tmp_path: Path) -> None:
    made = an_environment(tmp_path)
    finish(made)
    elsewhere = Environment(tmp_path / "elsewhere", made.folder, made.lock)
    assert not elsewhere.up_to_date()


def test_a_full_disk_is_said_before_anything_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = an_environment(tmp_path)
    monkeypatch.setattr(environment, "NEEDED_DISK", 10**18)
    with pytest.raises(Trouble, match="Disken er fuld"):
        made.ensure(saying="Henter")
    assert not made.folder.exists()


@pytest.mark.slow
@pytest.mark.parametrize("uv_works", [True, False])
def test_an_environment_runs_the_source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, uv_works: bool) -> None:
    made = an_environment(tmp_path)
    package = tmp_path / "src" / "borgerfokus" / "cli"
    package.mkdir(parents=True)
    (package / "__main__.py").write_text("print('hej fra kilden')\n")
    if not uv_works:
        monkeypatch.setattr(Environment, "_install_with_uv", lambda self: False)
    assert made.ensure(saying="Henter") is True
    said = subprocess.run([made.folder / "bin" / "borgerfokus"], capture_output=True, text=True, check=True)
    assert said.stdout == "hej fra kilden\n"
    assert made.ensure(saying="Henter") is False


@pytest.mark.slow
def test_a_package_without_its_hash_is_refused(tmp_path: Path) -> None:
    made = an_environment(tmp_path)
    wheel = tmp_path / "harmless-1.0-py3-none-any.whl"
    wheel.write_bytes(b"not the file that was locked")
    made.lock.write_text(f"harmless @ file://{wheel} --hash=sha256:{'0' * 64}\n")
    with pytest.raises(Trouble, match="Pakkerne kunne ikke hentes"):
        made.ensure(saying="Henter")
    assert not made.up_to_date()
