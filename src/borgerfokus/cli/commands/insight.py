"""Hændelsestabellen: opdatér, byg forfra, kontrollér, læs ind, skriv ud, del, udgiv, vis vej og tal."""

import argparse
import gzip
import sys
from collections.abc import Callable, Iterable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from borgerfokus.cli.trouble import Trouble

if TYPE_CHECKING:
    from borgerfokus.apps.insight.service import Log

ACTIONS = (
    "refresh", "rebuild", "verify", "import", "export", "share", "projection", "flow", "figures", "release",
)  # fmt: skip
_DAY = 86_400_000_000
_MOST = 40
_CODE = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The action, and for a log from outside its file and name."""
    parser.add_argument("action", choices=ACTIONS, help="hvad der skal ske")
    what = "import, export: XES eller OCEL 2.0 JSON; projection: CSV; release: filen, der skrives"
    parser.add_argument("file", nargs="?", type=Path, help=what)
    parser.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb", help="flow og figures: regner det")
    parser.add_argument("--master", default="local[2]", metavar="ADRESSE", help="Sparks master, fx spark://vært:7077")
    parser.add_argument("--storage", type=Path, metavar="MAPPE", help="fælles lager: share skriver, Spark læser")
    parser.add_argument("--municipality", default="", metavar="KODE", help="kommunens kode i det fælles lager, fx 751")
    parser.add_argument("--invented", action="store_true", help="projection: tallene er opdigtede, og siden siger det")
    parser.add_argument("--log", default="", metavar="NAVN", help="en indlæst log i stedet for kommunens egen")
    parser.add_argument("--object", default="", metavar="TYPE", help="import af OCEL: hvis objekter er sagerne")
    parser.add_argument("--reason", default="", metavar="HVORFOR", help="release: ret et kvartal, der er udgivet")
    parser.add_argument("--kind", default="", metavar="SAGSTYPE", help="flow: kun denne sagstype")


def run(arguments: argparse.Namespace) -> int:
    """Do what is asked. Returns 1 when a check found something."""
    from django.conf import settings
    from django.utils.timezone import now

    from borgerfokus.apps.insight import service as insight

    name = arguments.log or (_name_of(arguments.file) if arguments.action == "import" else insight.CASEWORK)
    folder = Path(settings.INSIGHT_ROOT) / _plain(name)
    if arguments.action == "import":
        return _import(arguments.file, folder, name, arguments.object)
    if arguments.action == "export":
        return _export(arguments.file, folder)
    if arguments.action == "projection":
        return _projection(folder.parent, arguments, now())
    if arguments.action == "share":
        return _share(_opened(folder), arguments.storage, arguments.municipality)
    if arguments.action == "release":
        return _release(arguments.file, folder, arguments.reason, now())
    if arguments.action in _QUESTIONS:
        return _QUESTIONS[arguments.action](_asked(folder, arguments), arguments.kind)
    return _own(arguments.action, folder, now())


def _plain(name: str) -> str:
    """A name that is a folder and no way out of one. Raises Trouble."""
    if not name or not all(part.isalnum() or part in "-_" for part in name):
        raise Trouble(
            f"»{name}« kan ikke være navn på en log. Brug bogstaver, tal, bindestreg og understreg.",
            f"“{name}” cannot be the name of a log. Use letters, digits, hyphen and underscore.",
        )
    return name


def _name_of(file: Path | None) -> str:
    if file is None:
        raise Trouble("Skriv, hvilken fil der skal læses ind.", "Say which file is to be imported.")
    return file.name.split(".")[0]


def _import(file: Path, folder: Path, name: str, object_type: str) -> int:
    from borgerfokus.apps.insight import service as insight

    if name == insight.CASEWORK:
        raise Trouble("Det navn har kommunens egen log. Vælg et andet.", "The municipality's own log has that name.")
    if not file.is_file():
        raise Trouble(f"Filen {file} findes ikke.", f"There is no file {file}.")
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        if insight.is_ocel(file):
            state = insight.import_ocel(file=file, folder=folder, name=name, object_type=object_type)
        else:
            state = insight.import_xes(file=file, folder=folder, name=name)
    except insight.NotReadable as error:
        raise Trouble(error.text.da, error.text.en) from None
    sys.stdout.write(f"{name}: {state.cases} sager, {state.events} hændelser\n")
    return 0


def _export(file: Path | None, folder: Path) -> int:
    from borgerfokus.apps.insight import service as insight

    formats: dict[str, Callable[[insight.Log], Iterable[str]]] = {".xes": insight.as_xes, ".json": insight.as_ocel}
    ending = Path(file.name.removesuffix(".gz")).suffix if file is not None else ""
    if file is None or ending not in formats:
        raise Trouble(
            "Skriv en fil, der ender på .xes eller .json, eller det samme med .gz.",
            "Name a file that ends in .xes or .json, or the same with .gz.",
        )
    log = _opened(folder)
    unfinished = file.with_name(f"{file.name}.part")
    opened = gzip.open if file.suffix == ".gz" else open
    with opened(unfinished, "wt", encoding="utf-8") as sheet:
        for piece in formats[ending](log):
            sheet.write(piece)
    unfinished.replace(file)
    sys.stdout.write(f"{file.name}: {log.state.cases} sager, {log.state.events} hændelser\n")
    return 0


def _opened(folder: Path) -> "Log":
    from borgerfokus.apps.insight import service as insight

    log = insight.open_log(folder)
    if log is None:
        raise Trouble(f"Der er ingen log med navnet {folder.name}.", f"There is no log named {folder.name}.")
    return log


def _asked(folder: Path, arguments: argparse.Namespace) -> "Log":
    """The log that a question is asked of, on the engine that is named."""
    from borgerfokus.apps.insight import service as insight

    if arguments.engine != "spark":
        return _opened(folder)
    try:
        if arguments.storage is not None:
            code = _municipality(arguments.municipality) if arguments.municipality else ""
            log = insight.open_storage(arguments.storage, master=arguments.master, municipality=code)
        else:
            log = insight.open_on_spark(folder, master=arguments.master)
    except insight.NoSpark:
        raise Trouble(
            "Spark er ikke i dette miljø. Se docs/how-to/one-machine-outgrown.md.",
            "Spark is not in this environment. See docs/how-to/one-machine-outgrown.md.",
        ) from None
    if log is None:
        raise Trouble("Der er ingen log at spørge.", "There is no log to ask.")
    return log


def _municipality(code: str) -> str:
    if not (code.isdecimal() and len(code) == _CODE):
        raise Trouble("Skriv kommunens kode: --municipality 751.", "Give the municipality's code: --municipality 751.")
    return code


def _share(log: "Log", storage: Path | None, municipality: str) -> int:
    from borgerfokus.apps.insight import service as insight

    code = _municipality(municipality)
    if storage is None:
        raise Trouble("Skriv, hvor lageret er: --storage MAPPE.", "Say where the storage is: --storage FOLDER.")
    events = insight.share(log, storage=storage, municipality=code)
    sys.stdout.write(f"{storage}: {code}, {events} hændelser\n")
    return 0


def _projection(root: Path, arguments: argparse.Namespace, at: datetime) -> int:
    from borgerfokus.apps.insight import service as insight

    if arguments.file is None or not arguments.file.is_file():
        raise Trouble("Skriv, hvilken fil der skal læses ind.", "Say which file is to be imported.")
    try:
        found = insight.import_projection(
            root=root,
            content=arguments.file.read_bytes(),
            area=_municipality(arguments.municipality) if arguments.municipality else "",
            source=arguments.file.name,
            invented=arguments.invented,
            at=at,
        )
    except insight.Unusable as error:
        raise Trouble(error.text.da, error.text.en) from None
    years = sorted(found.years)
    sys.stdout.write(f"{found.area} {found.name}: {years[0]}-{years[-1]}\n")
    return 0


def _figures(log: "Log", kind: str) -> int:
    from borgerfokus.core import indicators

    words = log.words.lists["kind"]
    kinds = frozenset({words.index(kind)}) if kind in words else None
    catalogue = indicators.load_shipped()
    window = indicators.Window(0, 2**62, kinds=kinds)
    for row in log.rows(indicators.whole(log.values, window)):
        indicator = catalogue[row["indicator"]]
        figure = indicators.figure(row, indicator)
        if figure is not None:
            sys.stdout.write(f"{figure.cases:>8}  {figure.value:>9.2f}  {indicator.title.da}\n")
    return 0


def _flow(log: "Log", kind: str) -> int:
    from borgerfokus.core.flow import measures

    events = log.events
    if kind:
        words = log.words.lists["kind"]
        if kind not in words:
            raise Trouble(f"Loggen har ingen {kind}. Den har: {', '.join(words)}.", f"The log has no {kind}.")
        events = events.filter(events.kind == words.index(kind))
    for row in log.rows(measures.edges(events).limit(_MOST)):
        before, after = (log.words.word("activity", row[name]) for name in ("before", "activity"))
        sys.stdout.write(f"{row['times']:>8}  {row['median_us'] / _DAY:>9.2f} d  {before} → {after}\n")
    return 0


_QUESTIONS = {"flow": _flow, "figures": _figures}


def _release(file: Path | None, folder: Path, reason: str, at: datetime) -> int:
    """Write the newest release to a file; it is made where the quarter is not out, or where a reason is given."""
    from borgerfokus.apps.insight import service as insight
    from borgerfokus.core.casework.refusal import Refusal
    from borgerfokus.foundation.access.actor import system
    from borgerfokus.foundation.access.scope import Purpose, acting_as

    if file is None:
        raise Trouble("Skriv navnet på den fil, udgivelsen skal skrives i.", "Name the file to write the release to.")
    by = system("insight")
    with acting_as(by, purpose=Purpose.OPERATION, at=at):
        if reason:
            made = insight.release_quarter(folder=folder, by=by, at=at, reason=reason)
            if isinstance(made, Refusal):
                raise Trouble(made.text.da, made.text.en)
        else:
            insight.release_when_over(folder=folder, by=by, at=at)
        newest = next(iter(insight.own_releases()), None)
        if newest is None:
            raise Trouble("Der er ingen tal at udgive endnu.", "There are no figures to release yet.")
        content = insight.file_of(newest)
    unfinished = file.with_name(f"{file.name}.part")
    unfinished.write_bytes(content)
    unfinished.replace(file)
    sys.stdout.write(f"{file.name}: {newest.quarter}, udgivelse {newest.number}\n")
    return 0


def _own(action: str, folder: Path, at: datetime) -> int:
    from borgerfokus.apps.insight import service as insight
    from borgerfokus.foundation.access.actor import system
    from borgerfokus.foundation.access.scope import Purpose, acting_as

    folder.parent.mkdir(parents=True, exist_ok=True)
    with acting_as(system("insight"), purpose=Purpose.OPERATION, at=at):
        if action == "verify":
            found = insight.verify(folder=folder, at=at)
            for one in found:
                sys.stdout.write(f"{one.kind} {one.what}: {one.table} ≠ {one.log}\n")
            sys.stdout.write("Tabellen passer til loggen.\n" if not found else "")
            return 1 if found else 0
        state = (insight.refresh if action == "refresh" else insight.rebuild)(folder=folder, at=at)
    sys.stdout.write(f"{state.cases} sager, {state.events} hændelser\n")
    return 0
