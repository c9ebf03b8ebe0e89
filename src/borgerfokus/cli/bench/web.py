"""The real web before the benchmark's database, and one measured run of an act against it."""

import json
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from borgerfokus.cli import processes
from borgerfokus.cli.bench import processors
from borgerfokus.cli.bench.acts import Act
from borgerfokus.cli.trouble import Trouble

HOST = "127.0.0.1"
PATIENCE = 60.0


@dataclass(frozen=True)
class Web:
    """A running web: its port, the process that leads it, and the database it serves from."""

    port: int
    leader: int
    database: str


@dataclass(frozen=True)
class Run:
    """One act at so many clients. Times are in milliseconds; CPU is that of one request, in web and database."""

    act: str
    clients: int
    requests: int
    per_second: float
    p50: float
    p95: float
    cpu_web: float
    cpu_database: float
    memory_mb: float


@contextmanager
def serving(*, environment: Mapping[str, str], logs: Path, workers: int, database: str) -> Iterator[Web]:
    """Start the web on a free port of this machine, and end it by its process id."""
    port = _free_port()
    words = ["serve", "--host", HOST, "--port", str(port), "--workers", str(workers)]
    command = [sys.executable, "-m", "borgerfokus.cli", *words]
    child = processes.start("bench-web", command, environment=environment, logs=logs)
    try:
        processes.wait_for_a_page(child, host=HOST, port=port, seconds=PATIENCE)
        yield Web(port=port, leader=child.process.pid, database=database)
    finally:
        processes.stop([child])


def measure(act: Act, *, web: Web, clients: int, seconds: float) -> Run:
    """Send the act's requests for so many seconds. Raises Trouble if any answer was not the right one."""
    before = _use(web)
    seen = _load(act, web=web, clients=clients, seconds=seconds)
    after = _use(web)
    took, count = seen["took"], len(seen["took"])
    if set(seen["statuses"]) != {str(act.status)}:
        told = ", ".join(f"{status}: {number}" for status, number in seen["statuses"].items())
        raise Trouble(f"{act.title}: forkerte svar ({told}).", f"{act.key}: wrong answers ({told}).")
    places = quantiles(took, n=20) if count > 1 else took * 20
    return Run(
        act=act.key,
        clients=clients,
        requests=count,
        per_second=count / seen["seconds"],
        p50=places[9],
        p95=places[18],
        cpu_web=(after[0].milliseconds - before[0].milliseconds) / count,
        cpu_database=(after[1].milliseconds - before[1].milliseconds) / count,
        memory_mb=after[0].octets / 1_000_000,
    )


def warm(act: Act, *, web: Web, clients: int) -> None:
    """Let every process of the web answer the act before it is measured."""
    _load(act, web=web, clients=max(4, clients), seconds=1.0)


def _use(web: Web) -> tuple[processors.Use, processors.Use]:
    return processors.use(processors.family(web.leader)), processors.use(processors.servers_of(web.database))


def _load(act: Act, *, web: Web, clients: int, seconds: float) -> dict[str, Any]:
    plan = {
        "port": web.port,
        "seconds": seconds,
        "clients": clients,
        "requests": [asdict(one) for one in act.requests],
    }
    done = subprocess.run(
        [sys.executable, "-m", "borgerfokus.cli.bench.load"],
        input=json.dumps(plan), capture_output=True, text=True, check=False, timeout=seconds + PATIENCE,
    )  # fmt: skip
    if done.returncode:
        last = done.stderr.strip().splitlines()[-1:]
        raise Trouble(f"Målingen af {act.title} gik galt: {last}", f"Measuring {act.key} went wrong: {last}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        port: int = probe.getsockname()[1]
        return port
