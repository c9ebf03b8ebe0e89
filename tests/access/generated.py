"""Asks the whole site made-up requests (bar B1), in process, each undone. Prints what came of it.

python -m tests.access.generated HOW-MANY [--seed WORD] [--first NUMBER] [--part 1/2] [--only NUMBER,NUMBER]
"""

import argparse
import json
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

SEED = "2026-11-28"
_EVERY = 1_000


def maker_of(scene: Any, *, seed: str, forms: Any = None) -> Any:
    """Knows the table, the forms on the pages, and every field and parameter that the code reads."""
    from borgerfokus.api.urls import v1
    from tests.access.generating.forms import collected
    from tests.access.generating.making import Maker
    from tests.access.table import TABLE
    from tests.access.test_hostile_text import names_asked, names_posted

    schemas = v1.get_openapi_schema()["components"]["schemas"].values()
    of_api = {name for schema in schemas for name in schema.get("properties", {})}
    return Maker(
        scene=scene,
        rows=TABLE,
        forms=collected(scene) if forms is None else forms,
        posted=sorted({*names_posted(), *of_api}),
        asked=names_asked(),
        seed=seed,
    )


@contextmanager
def scene_alone() -> Iterator[Any]:
    """The scene in a database and a file store of this process's own, with the clock standing still."""
    import time_machine

    from tests.access.keeping import connected_to, copy_of, kept
    from tests.access.scene import build
    from tests.conftest import NOON

    def make(name: str, files: Path) -> tuple[Any, Any]:
        from django.conf import settings

        with connected_to(name, files=files), time_machine.travel(NOON, tick=False):
            return build(at=NOON), settings.KEYS

    made = kept(make=make)
    with tempfile.TemporaryDirectory(prefix="borgerfokus-generated-") as home:
        files = Path(home) / "files"
        shutil.copytree(made.files, files)
        with (
            copy_of(made.database, f"bf_generated_{os.getpid()}") as name,
            connected_to(name, files=files, keys=made.keys),
            time_machine.travel(NOON, tick=False),
        ):
            yield made.scene


def main() -> int:
    """Ask, and fail where an answer was 5xx, took over 5 s, or less than half came past the doors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("many", type=int)
    parser.add_argument("--seed", default=SEED)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--part", default="1/1")
    parser.add_argument("--only", default="")
    chosen = parser.parse_args()
    import django

    import tests.early  # noqa: F401 (settings and addresses, before Django is read)

    django.setup()
    from django.test.utils import setup_test_environment

    from tests.access.generating.running import Told, run

    setup_test_environment()
    logging.disable(logging.CRITICAL)
    part, parts = (int(number) for number in chosen.part.split("/"))
    numbers: Iterable[int] = range(chosen.first + part - 1, chosen.many, parts)
    if chosen.only:
        numbers = [int(number) for number in chosen.only.split(",")]
    began, known = time.perf_counter(), set[str]()

    def tell(told: Told) -> None:
        for fault in set(told.faults) - known:
            known.add(fault)
            print(json.dumps({"fault": fault, **told.faults[fault].smallest}), file=sys.stderr, flush=True)
        if told.asked % _EVERY == 0:
            spent = round(time.perf_counter() - began)
            print(told.asked, told.past, told.failed, told.slowest, f"{spent} s", file=sys.stderr, flush=True)

    with scene_alone() as scene:
        told = run(maker_of(scene, seed=chosen.seed), numbers, tell=tell)
    print(json.dumps({**told.as_json(), "seed": chosen.seed, "seconds": round(time.perf_counter() - began)}))
    return 0 if told.held else 1


if __name__ == "__main__":
    sys.exit(main())
