"""Run background jobs: letters, deadlines, clean-up."""

import argparse

HELP = "Baggrundsjob: udfør jobs, indtil den stoppes"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--concurrency", type=int, default=2, help="jobs på samme tid (standard: %(default)s)")
    parser.add_argument("--once", action="store_true", help="udfør det, der venter, og stop")


def run(arguments: argparse.Namespace) -> int:
    from procrastinate.contrib.django import app
    from procrastinate.contrib.django.django_connector import DjangoConnector

    connector = app.connector
    if not isinstance(connector, DjangoConnector):
        raise TypeError("The job queue does not use Django's database.")
    with app.replace_connector(connector.get_worker_connector()) as working:
        working.run_worker(
            concurrency=arguments.concurrency,
            wait=not arguments.once,
            listen_notify=not arguments.once,
            shutdown_graceful_timeout=20,
        )
    return 0
