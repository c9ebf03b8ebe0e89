"""Loading files as `borgerfokus import` does, with the words of its report."""

import argparse
from pathlib import Path

from borgerfokus.cli.commands import import_

DATA = Path(__file__).parent / "data"
REAL = Path(__file__).resolve().parents[3] / "shared" / "data"
"""Public classifications beside the checkout, where there are any."""
CLASSIFICATIONS = {
    "kle-subjects": "kle_emner.csv",
    "kle-facets": "kle_handlingsfacetter.csv",
    "ffb": "ffb_flat.csv",
    "fsiii": "fsiii_flat.csv",
    "municipalities": "kommuner.csv",
}


def load(*words: str) -> int:
    """Run `borgerfokus import` with the words, and return its exit code."""
    parser = argparse.ArgumentParser()
    import_.add_arguments(parser)
    return import_.run(parser.parse_args(words))


def load_classifications() -> list[str]:
    """Load the real files that are there. Returns the kinds that were loaded."""
    there = {kind: REAL / name for kind, name in CLASSIFICATIONS.items() if (REAL / name).is_file()}
    for kind, path in there.items():
        assert load(kind, str(path), "--edition", "2026-01") == 0, kind
    return list(there)


def load_own(*kinds: str) -> None:
    """Load the files of the municipality of the walk; the last one is tried dry first."""
    for kind in kinds:
        path = str(DATA / f"{kind}.csv")
        assert kind != kinds[-1] or load(kind, path, "--dry-run") == 0, kind
        assert load(kind, path) == 0, kind
