"""The load generator: `python -m borgerfokus.cli.bench.load` reads a plan on stdin and writes what it saw on stdout.

Standard library only. Each client is a thread with one connection that is kept open; each sends its next request when
it has the answer to the last. It calls 127.0.0.1 and nothing else, for so many seconds.
"""

import json
import sys
import threading
import time
from dataclasses import asdict, dataclass, field
from http.client import HTTPConnection
from typing import Any

HOST = "127.0.0.1"
MOST = 200_000
"""No run sends more requests than this."""


@dataclass
class Seen:
    """What the clients saw: milliseconds of each answer, how many answers of each status, and seconds in all."""

    took: list[float] = field(default_factory=list)
    statuses: dict[str, int] = field(default_factory=dict)
    octets: int = 0
    seconds: float = 0.0


def main() -> int:
    """Run the plan: port, seconds, clients, requests (method, path, headers, body) and the status they should get."""
    plan = json.load(sys.stdin)
    json.dump(asdict(run(plan)), sys.stdout)
    return 0


def run(plan: dict[str, Any]) -> Seen:
    """Let all clients begin together, and add up what they saw."""
    seen = [Seen() for _ in range(plan["clients"])]
    began = time.perf_counter()
    until = began + plan["seconds"]
    clients = [
        threading.Thread(target=_client, args=(plan, place, until, one)) for place, one in enumerate(seen)
    ]
    for client in clients:
        client.start()
    for client in clients:
        client.join()
    whole = Seen(seconds=time.perf_counter() - began)
    for one in seen:
        whole.took += one.took
        whole.octets += one.octets
        for status, count in one.statuses.items():
            whole.statuses[status] = whole.statuses.get(status, 0) + count
    return whole


def _client(plan: dict[str, Any], place: int, until: float, seen: Seen) -> None:
    requests, step = plan["requests"], plan["clients"]
    connection = HTTPConnection(HOST, plan["port"], timeout=30)
    turn = place
    while time.perf_counter() < until and turn < MOST:
        asked = requests[turn % len(requests)]
        began = time.perf_counter()
        connection.request(asked["method"], asked["path"], body=asked["body"], headers=asked["headers"])
        answer = connection.getresponse()
        said = answer.read()
        seen.took.append(round((time.perf_counter() - began) * 1000, 3))
        seen.octets += len(said)
        seen.statuses[str(answer.status)] = seen.statuses.get(str(answer.status), 0) + 1
        turn += step
    connection.close()


if __name__ == "__main__":
    sys.exit(main())
