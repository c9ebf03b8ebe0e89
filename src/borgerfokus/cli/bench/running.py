"""A whole benchmark: database, migrations, cases, web, measurements; and everything gone again at the end."""

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from borgerfokus.cli import installation, marks, translations
from borgerfokus.cli.bench import place
from borgerfokus.cli.databases import Addresses
from borgerfokus.cli.trouble import Trouble


@dataclass(frozen=True)
class Asked:
    """What the command line asks for. `clients` are measured one after another; `only` narrows the acts."""

    cases: int
    seconds: float
    clients: tuple[int, ...]
    workers: int
    keep: bool
    json: Path | None
    only: frozenset[str]


def run(asked: Asked, addresses: Addresses) -> str:
    """Measure, and return the table. Raises Trouble for what a person can mend."""
    home = installation.home() / "bench"
    (home / "static").mkdir(parents=True, exist_ok=True)
    try:
        with place.beside(addresses, keep=asked.keep, filled=str(asked.cases)) as own:
            environment = _environment(own, home)
            _fill(asked, own, environment)
            return _measure(asked, environment, home)
    finally:
        if not asked.keep:
            shutil.rmtree(home, ignore_errors=True)


def _environment(own: Addresses, home: Path) -> dict[str, str]:
    hidden = {"DATABASE_URL", "BORGERFOKUS_OWNER_DATABASE_URL", "BORGERFOKUS_AS_OWNER"}
    kept = {name: value for name, value in os.environ.items() if name not in hidden}
    return {
        **kept,
        "BORGERFOKUS_DATABASE_URL": own.app_url,
        "BORGERFOKUS_HOME": str(home),
        "BORGERFOKUS_DEMO": "",
        "BORGERFOKUS_LIMITS": "off",  # one session asks thousands of times
        "DJANGO_SETTINGS_MODULE": installation.SETTINGS_MODULE,
    }


def _fill(asked: Asked, own: Addresses, environment: Mapping[str, str]) -> None:
    translations.compile_if_stale()
    if marks.read(own.owner_url).get(place.FILLED) == str(asked.cases):
        return
    owner = {**environment, "BORGERFOKUS_OWNER_DATABASE_URL": own.owner_url, "BORGERFOKUS_AS_OWNER": "1"}
    _say(f"Laver databasen {place.NAME} med {asked.cases} sager ...")
    _child(owner, "borgerfokus.cli", "migrate")
    _child(owner, "borgerfokus.cli.bench.filling", "--cases", str(asked.cases))
    marks.write(own.owner_url, place.FILLED, str(asked.cases))


def _measure(asked: Asked, environment: Mapping[str, str], home: Path) -> str:
    """From here on this process is the web's role on the benchmark's database, as the web itself is."""
    os.environ.pop("BORGERFOKUS_AS_OWNER", None)
    os.environ.update(environment)
    import django

    django.setup()
    from django.db import connection
    from django.utils.timezone import now

    from borgerfokus.cli.bench import acts, counting, report, web

    chosen = [act for act in acts.all_acts(at=now()) if not asked.only or act.key in asked.only]
    counts = {act.key: counting.count(act) for act in chosen}
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('fsync') = 'on'")
        durable: bool = cursor.fetchone()[0]
    connection.close()
    runs = []
    with web.serving(environment=environment, logs=home, workers=asked.workers, database=place.NAME) as served:
        for act in chosen:
            web.warm(act, web=served, clients=max(asked.clients))
            for clients in asked.clients:
                _say(f"Måler {act.title}, {clients} klient(er) ...")
                runs.append(web.measure(act, web=served, clients=clients, seconds=asked.seconds))
    result = report.Result(asked.cases, asked.workers, asked.seconds, chosen, counts, runs, durable)
    if asked.json:
        report.save(result, asked.json)
    return report.table(result)


def _child(environment: Mapping[str, str], *words: str) -> None:
    command: Sequence[str] = [sys.executable, "-m", *words]
    if subprocess.run(command, env=dict(environment), stdin=subprocess.DEVNULL, check=False).returncode:
        raise Trouble(f"»{words[0]}« lykkedes ikke.", f"“{words[0]}” did not succeed.")


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")
    sys.stderr.flush()
