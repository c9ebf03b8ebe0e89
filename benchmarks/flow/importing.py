"""How long it takes to import an XES log: a real one over and over in one file, as it is and packed.

    python benchmarks/flow/importing.py LOG.xes.gz EVENTS
"""

import gzip
import resource
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from borgerfokus.apps.insight.actions.importing import import_xes

_EVENT, _FIRST, _LAST = b"<event>", b"<trace>", b"</trace>"


def main() -> None:
    """Write the file, import it three times, and tell the best."""
    content = gzip.decompress(Path(sys.argv[1]).read_bytes())
    starts, ends = content.index(_FIRST), content.rindex(_LAST) + len(_LAST)
    times = -(-int(sys.argv[2]) // content.count(_EVENT))
    with TemporaryDirectory() as name:
        plain, packed = Path(name) / "log.xes", Path(name) / "log.xes.gz"
        whole = content[:starts] + times * content[starts:ends] + content[ends:]
        plain.write_bytes(whole)
        packed.write_bytes(gzip.compress(whole))
        for file in (plain, packed):
            best, events = min(imported(file, Path(name) / "log") for _time in range(3))
            print(f"{file.suffix}: {events} events, {best:.1f} s")
    print("peak MB:", resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)


def imported(file: Path, folder: Path) -> tuple[float, int]:
    """The seconds, and how many events there were."""
    began = perf_counter()
    state = import_xes(file=file, folder=folder, name="log")
    return perf_counter() - began, state.events


if __name__ == "__main__":
    main()
