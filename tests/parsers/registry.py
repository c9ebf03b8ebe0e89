"""Every parser of the code: how it is called, what it may raise, and small files that it reads."""

import io
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from unittest.mock import patch

from tests.parsers import samples

Reads = Callable[[bytes], Any]


@dataclass(frozen=True)
class Parser:
    """One parser. `module`: where the code reads the outer form · `reads`: the call, and the errors that are its own.

    `most`: no longer file reaches it; what comes by a form is bounded by the platform.
    """

    name: str
    module: str
    reads: Callable[[], tuple[Reads, tuple[type[Exception], ...]]]
    good: tuple[bytes, ...]
    most: int = 40_000_000


def _text(content: bytes) -> str:
    """What comes by a form or an answer: undecodable bytes are replaced before the parser sees them."""
    return content.decode("utf-8", "replace")


def _log(name: str) -> Callable[[], tuple[Reads, tuple[type[Exception], ...]]]:
    def made() -> tuple[Reads, tuple[type[Exception], ...]]:
        from borgerfokus.apps.insight.actions import flattening, importing
        from borgerfokus.core.flow.refused import NotReadable

        read = importing.import_xes if name == "xes" else flattening.import_ocel

        def run(content: bytes) -> Any:
            with tempfile.TemporaryDirectory() as folder:
                file = Path(folder) / "log"
                file.write_bytes(content)
                return read(file=file, folder=Path(folder) / "read", name="log")

        return run, (NotReadable,)

    return made


def _key_figures() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.core.benchmark import keyfigures
    from borgerfokus.core.benchmark.refused import Unusable

    return keyfigures.parse, (Unusable,)


def _population() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.core.benchmark.refused import Unusable
    from borgerfokus.core.demography import population

    return population.read, (Unusable,)


def _release() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.core.benchmark import document
    from borgerfokus.core.benchmark.refused import Unusable

    return document.read, (Unusable,)


def _busy() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.core.booking.slots import Span
    from borgerfokus.core.calendars import reading

    window = Span(datetime(2026, 11, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    return lambda content: reading.busy(_text(content), window=window), (reading.UnreadableCalendar,)


def _caldav() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.core.booking.slots import Span
    from borgerfokus.foundation.caldav import client

    window = Span(datetime(2026, 11, 1, tzinfo=UTC), datetime(2027, 1, 1, tzinfo=UTC))
    account = client.Account("https://kalender.example/", "x", "y")

    class Said:
        """The server's answer, as `requests` would hand it over."""

        status_code = 207

        def __init__(self, content: bytes) -> None:
            self.content = content

        def __enter__(self) -> "Said":
            return self

        def __exit__(self, *_error: object) -> None:
            return None

        def iter_content(self, size: int) -> Any:
            """The answer in pieces."""
            return (self.content[start : start + size] for start in range(0, len(self.content), size))

    def run(content: bytes) -> Any:
        with (
            patch.object(client, "is_allowed", lambda _address: True),
            patch.object(client.requests.Session, "request", lambda *_given, **_more: Said(content)),
        ):
            return client.busy_times(account, window=window)

    return run, (client.CalDavFault,)


def _letter() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.core.exchange import memo
    from borgerfokus.core.exchange.structure import NotReadable

    return memo.read_letter, (NotReadable,)


def _receipt() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.foundation.outbox import memo

    def run(content: bytes) -> Any:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "x.json"
            file.write_bytes(content)
            return memo._notice(file)

    return run, ()


def _guide() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.core.guidance import guide

    return lambda content: guide.parse(_text(content)), (KeyError, ValueError, TypeError, AttributeError)


def _case_type() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.core.casework import casetype

    return lambda content: casetype.parse(_text(content)), ()


def _on_a_base() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.core.casework.casetype import bases

    return lambda content: bases.resolve(document=_text(content), bases={}), ()


def _form() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.core.supervision import form

    return lambda content: form.parse(_text(content)), ()


def _import() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.cli.imports import reading
    from borgerfokus.cli.imports.problems import Problems
    from borgerfokus.cli.imports.units import FORMAT

    def run(content: bytes) -> Any:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "x.csv"
            file.write_bytes(content)
            return reading.read(file, layout=FORMAT, problems=Problems())

    return run, ()


def _receivers() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.foundation.outbox import merging

    return merging.read, ()


def _file() -> tuple[Reads, tuple[type[Exception], ...]]:
    from borgerfokus.foundation.files import kinds

    return lambda content: kinds.look(io.BytesIO(content), name="brev.txt"), ()


_BY_FORM = 2_000_000
PARSERS: tuple[Parser, ...] = (
    Parser("event log, XES", "core/flow/xes.py", _log("xes"), samples.XES),
    Parser("event log, OCEL", "core/flow/ocel.py", _log("ocel"), samples.OCEL),
    Parser("key figures, CSV", "core/benchmark/keyfigures.py", _key_figures, samples.KEY_FIGURES),
    Parser("population, CSV", "core/demography/population.py", _population, samples.POPULATION),
    Parser("release of figures, JSON", "core/benchmark/fields.py", _release, samples.RELEASE),
    Parser("calendar, iCalendar", "core/calendars/reading.py", _busy, samples.CALENDAR, most=_BY_FORM),
    Parser("calendar server, XML", "foundation/caldav/client.py", _caldav, samples.CALDAV, most=_BY_FORM),
    Parser("letter, MeMo", "core/exchange/memo.py", _letter, samples.LETTER),
    Parser("receipt, JSON", "foundation/outbox/memo.py", _receipt, samples.RECEIPT),
    Parser("guide, TOML", "core/guidance/guide.py", _guide, samples.GUIDE, most=_BY_FORM),
    Parser("case type, TOML", "core/casework/casetype/parser.py", _case_type, samples.CASE_TYPE, most=_BY_FORM),
    Parser("case type on a base", "core/casework/casetype/bases.py", _on_a_base, samples.CASE_TYPE, most=_BY_FORM),
    Parser("form of supervision, TOML", "core/supervision/form.py", _form, samples.FORM, most=_BY_FORM),
    Parser("import, CSV", "cli/imports/reading.py", _import, samples.IMPORT),
    Parser("receivers of letters, CSV", "foundation/outbox/merging.py", _receivers, samples.RECEIVERS),
    Parser("uploaded file", "foundation/files/packages.py", _file, samples.FILES),
)

ALSO: Mapping[str, str] = {
    "core/toml.py": "core/guidance/guide.py",
    "core/exchange/structure.py": "core/exchange/memo.py",
    "apps/insight/actions/importing.py": "core/flow/xes.py",
}
"""Modules that read the outer form for a registered one."""

OURS: Mapping[str, str] = {
    "apps/casework/queries/chain.py": "heads that the platform wrote; a changed one is what it looks for",
    "apps/casework/queries/exchange.py": "JSON that our statement made",
    "apps/dialogue/queries/texts.py": "shipped with the code",
    "apps/insight/actions/projecting.py": "written by the platform",
    "apps/insight/actions/sharing.py": "written by the platform",
    "apps/insight/queries/demography.py": "written by the platform",
    "apps/insight/queries/forecasting.py": "written by the platform",
    "apps/insight/queries/logs.py": "written by the platform",
    "apps/insight/queries/simulating.py": "written by the platform",
    "apps/insight/queries/spark.py": "written by the platform",
    "apps/insight/queries/told.py": "rows of our statement",
    "apps/rights/actions/copying.py": "packed by the platform",
    "apps/rights/actions/erasing.py": "written by the platform",
    "apps/supervision/queries/facts.py": "JSON that our statement made",
    "cli/backups.py": "the operator's own backup",
    "cli/bench/load.py": "written by the benchmark",
    "cli/bench/web.py": "written by the benchmark",
    "cli/checks.py": "written by the test runner",
    "cli/demo/acts/notices.py": "shipped with the demo",
    "cli/demo/knowing.py": "shipped with the demo",
    "cli/demo/names.py": "shipped with the demo",
    "cli/demo/offers.py": "shipped with the demo",
    "cli/demo/people.py": "shipped with the demo",
    "cli/marks.py": "written by start.py",
    "core/assessment/reading.py": "shipped with the code",
    "core/benchmark/document.py": "its own canonical form, read a second time",
    "core/calendars/writing.py": "written by the platform",
    "core/coordination/sharing.py": "shipped with the code",
    "core/exchange/signing.py": "a secret that the platform made",
    "core/flow/conformance.py": "shipped with the code",
    "core/guidance/synonyms.py": "shipped with the code",
    "core/indicators/document.py": "shipped with the code",
    "core/languages.py": "shipped with the code",
    "core/rules/parameters_in_force.py": "shipped with the code",
    "core/transition/concern.py": "shipped with the code",
    "foundation/login/demo_provider/keys.py": "written by the demo",
    "foundation/login/demo_provider/people.py": "shipped with the demo",
    "foundation/login/demo_provider/provider.py": "signed by the demo",
    "foundation/login/demo_provider/views.py": "signed by the demo",
    "foundation/login/kept.py": "signed by the platform",
    "foundation/login/oidc.py": "tokens and keys: tests/foundation/login/test_forged_tokens.py",
    "foundation/outbox/printing.py": "opened for writing",
    "web/staff/found.py": "signed by the platform",
}
"""Modules that read what the platform itself has written, shipped or signed, with why it is not from outside."""
