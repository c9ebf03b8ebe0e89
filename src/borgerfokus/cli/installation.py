"""This installation: where it keeps its things. Standard library only, so that commands begin quickly."""

import os
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SETTINGS_MODULE = "borgerfokus.project.settings"


def home() -> Path:
    """The folder of keys, files, exported heads and logs: BORGERFOKUS_HOME, or `var` in the project."""
    return Path(os.environ.get("BORGERFOKUS_HOME") or ROOT / "var").resolve()


def keys() -> Path:
    """The folder of secrets, made for the owner alone if it is not there."""
    folder = home() / "keys"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


def compiled_once(environment: Mapping[str, str], folder: Path) -> dict[str, str]:
    """The environment in which what Python compiles is kept in a folder of ours and not beside the sources.

    Without it each of many processes would compile everything again where the sources may not be written, or where
    PYTHONDONTWRITEBYTECODE asks for a clean checkout, which it stays.
    """
    kept = {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder)}
