"""Subcommands of `borgerfokus` are found by name, have help, and load nothing heavy to give it."""

import subprocess
import sys

import pytest

from borgerfokus.cli import main


def test_every_command_has_help_and_can_run() -> None:
    found = main.find()
    assert {"serve", "worker", "backup", "restore", "migrate", "translations"} <= found.keys()
    for name, module in found.items():
        assert getattr(module, "HELP", module.__doc__), name
        assert callable(module.run), name
        assert callable(module.add_arguments), name


def test_only_the_command_asked_for_is_loaded() -> None:
    assert list(main.find(only="worker")) == ["worker"]


def test_help_names_the_commands(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(["--help"])
    assert ended.value.code == 0
    assert "backup" in capsys.readouterr().out


def test_an_unknown_command_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main.main(["flyv"])
    assert ended.value.code == 2


def test_help_loads_no_django() -> None:
    look = (
        "import sys; from borgerfokus.cli import main\n"
        "try: main.main(['--help'])\n"
        "except SystemExit: sys.exit('django' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", look], check=True, capture_output=True)
