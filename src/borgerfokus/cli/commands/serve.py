"""Serve the pages and the API."""

import argparse

HELP = "Web: vis siderne og API'et, indtil den stoppes"
NEEDS_DJANGO = False  # each web process sets it up for itself


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="standard: %(default)s")
    parser.add_argument("--port", type=int, default=8000, help="standard: %(default)s")
    parser.add_argument("--workers", type=int, default=2, help="antal webprocesser (standard: %(default)s)")


def run(arguments: argparse.Namespace) -> int:
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    server = Server(
        "borgerfokus.project.wsgi:application",
        address=arguments.host,
        port=arguments.port,
        interface=Interfaces.WSGI,
        workers=arguments.workers,
        # Each thread keeps a database connection, and Python runs one thread at a time: more would only wait.
        blocking_threads=4,
        blocking_threads_idle_timeout=600,
        backpressure=128,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    )
    server.serve()
    return 0
