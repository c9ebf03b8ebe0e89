"""Where the platform reckons figures, who may be told them, and which functions are the door to everybody else.

`RECKONED` lists what the code reckons over several people: where it is registered says who reads it. What is not
registered fails, and so does what is registered and gone. Doors are not listed: they carry `disclosure.door`.
"""

import ast
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Final

from tests.architecture.source import PACKAGE, Module


class Reader(StrEnum):
    """Who reads what is reckoned without the door."""

    SEES = "who sees what is counted one by one: own cases, or those of the units that are led"
    SYSTEM = "functions that are doors, or stand behind one"
    TOLD = "everybody: it is made from figures that have been through the door"
    NOBODY = "no citizens are counted"


RECKONS: Final = {"Count", "Avg", "Sum", "aggregate", "median", "fmean", "Counter", "quantiles", "group_by", "nunique"}
"""Calls that make one figure of several rows. `count()` without arguments is one too."""

RECKONED: Final[Mapping[Reader, Mapping[str, str]]] = {
    Reader.SEES: {
        "apps/casework/queries/team.py": "loads kept",
        "apps/casework/queries/worklist.py": "_totals count_of",
        "apps/decisions/queries/reversals.py": "reversals rates",
        "apps/dialogue/queries/concerns.py": "standing_of",
        "apps/journal/queries.py": "_counts",
        "apps/messages/queries/figures.py": "_waiting",
        "apps/messages/queries/threads.py": "waiting_for",
        "apps/supervision/queries/campaigns.py": "to_answer progress",
        "apps/supervision/queries/results.py": "_cases",
        "apps/insight/queries/forecasting.py": "came_in",
        "web/management/views/appeals.py": "_of_period _kpis",
        "web/management/views/council.py": "percent",
        "web/management/views/kodeks.py": "_file",
        "web/management/views/messages.py": "_say _row",
        "web/management/views/rights.py": "_kpis",
        "web/management/views/team.py": "_kpis",
        "web/present/ahead.py": "risk",
        "web/staff/casepage.py": "_kinds",
        "web/staff/factrows.py": "view",
        "web/staff/views/inbox.py": "_orders",
        "web/staff/views/messages.py": "inbox",
    },
    Reader.SYSTEM: {
        "apps/insight/actions/freezing.py": "_written",
        "apps/insight/actions/indicating.py": "_value",
        "apps/insight/actions/refreshing.py": "_has_news",
        "apps/insight/actions/verifying.py": "_of_events _of_cases _of_cells",
        "apps/insight/actions/writing.py": "_count",
        "apps/insight/queries/asking.py": "outcomes decided",
        "apps/insight/queries/flow.py": "kinds _whole _steps",
        "apps/insight/queries/goals.py": "usual_levels",
        "apps/insight/queries/indicators.py": "counted",
        "apps/insight/queries/keeping.py": "kept",
        "apps/insight/queries/simulating.py": "drawn",
        "apps/insight/queries/streams.py": "stream",
        "apps/insight/queries/teams.py": "teams",
        "apps/insight/queries/telling.py": "_percent",
    },
    Reader.TOLD: {
        "web/management/reporting.py": "_appeals",
        "web/management/views/effect.py": "_lost _numbers",
        "web/management/views/experience.py": "_finding _numbers",
        "web/present/ahead.py": "record_say drift_say _record_cells",
        "web/present/benchmark.py": "shown",
        "web/present/demography.py": "_said",
        "web/present/effect.py": "shares percent",
        "web/present/flowstream.py": "_row _finding",
        "web/present/flowtables.py": "orders",
        "web/present/supervision.py": "percent span",
        "web/present/whatif.py": "percent line_say",
    },
    Reader.NOBODY: {
        "apps/assessment/actions/informing.py": "assess",
        "apps/assessment/actions/theming.py": "_check_entries",
        "apps/booking/actions/holding.py": "hold",
        "apps/casework/actions/casetypes.py": "save_version",
        "apps/coordination/actions/transition.py": "_editing",
        "apps/decisions/actions/drafts.py": "start_in",
        "apps/dialogue/actions/concern_handling.py": "assess",
        "apps/dialogue/actions/notices.py": "_seq_of",
        "apps/dialogue/actions/own.py": "measure start_series",
        "apps/exchange/queries/integrations.py": "_counts",
        "apps/guidance/actions/guiding.py": "save_guide",
        "apps/guidance/actions/keeping.py": "_write",
        "apps/journal/actions/writing.py": "add_version",
        "apps/insight/actions/flattening.py": "_cases _add_in_order",
        "apps/insight/actions/knowing.py": "read_key_figures",
        "apps/insight/queries/figures.py": "newest_release newest_answers",
        "apps/insight/queries/released.py": "newest",
        "apps/interventions/actions/following.py": "_save",
        "apps/interventions/actions/granting.py": "_create",
        "apps/interventions/actions/planning.py": "_begin",
        "apps/logcontrol/queries/rights.py": "stands to_decide",
        "apps/logcontrol/queries/rounds.py": "in_hand counts_of",
        "apps/messages/actions/writing.py": "_note_due",
        "apps/rights/actions/asking.py": "note_due",
        "apps/supervision/actions/running.py": "_with_fewest",
        "apps/supervision/actions/standards.py": "save_form save_kodeks",
        "web/present/whatif.py": "name",
        "web/present/sheets.py": "_apart",
        "web/present/ways.py": "kroner",
        "web/public/views/searching.py": "_kinds",
        "web/staff/offering.py": "_first_of_each",
    },
}

RAW: Final = {
    "behind", "courses", "dashboard", "flow", "held_back", "kept", "likeness", "measured", "open_for", "outlook",
    "parts", "proven", "record", "stations_held_back", "stays", "stream",
}  # fmt: skip
"""What the service of insight gives as it is counted, or half through the door. Pages of figures take the told ones."""

OPENED: Final = {
    ("web/management/reading.py", "dashboard"): "leaders' own units; for others `insight.door` in the same method",
    ("web/management/reading.py", "measured"): "leaders' own units; for others `insight.door` in the same method",
    ("web/management/reading.py", "parts"): "leaders' own units; for others `insight.door` in the same method",
    ("web/management/views/indicators.py", "behind"): "the cases behind a figure, each that its reader may see",
}
"""Where a page takes one of them nevertheless, and why that tells nobody of a case that is not theirs."""

ALSO_RAW: Final = {"supervision": {"figures", "measured"}}
"""What else the services of other apps give as it is counted, of sums that no call tells."""

OWN: Final = {
    ("web/management/views/appeals.py", "decisions.rates"): "appeals in the cases that the reader may see",
    ("web/management/views/appeals.py", "decisions.reversals"): "appeals in the cases that the reader may see",
    ("web/management/views/kodeks.py", "supervision.figures"): "open cases that the reader may see, of units led",
    ("web/management/views/kodeks.py", "supervision.measured"): "units led: nobody leads who may see no cases",
    ("web/management/views/messages.py", "messages.answer_times"): "messages in the cases that the reader may see",
    ("web/management/views/results.py", "decisions.reversals"): "for the leader's page; the report has the told ones",
    ("web/management/views/results.py", "supervision.shown_figures"): "campaigns led; the report has the told ones",
    ("web/management/views/supervision.py", "supervision.progress"): "how many cases of a sample are reviewed",
    ("web/staff/casepage.py", "journal.counts"): "one case",
    ("web/staff/views/day.py", "casework.totals"): "the reader's own list",
    ("web/staff/views/inbox.py", "messages.waiting_for"): "the reader's own inbox",
    ("web/staff/views/overview.py", "journal.glance"): "one case",
    ("web/staff/views/supervision.py", "supervision.to_answer"): "what the reader is to answer",
    ("web/staff/views/worklist.py", "casework.count_of"): "the reader's own list",
    ("web/staff/views/worklist.py", "casework.totals"): "the reader's own list",
}
"""Where a page takes what another app counts as it is, and why that tells nobody of a case that is not theirs."""

CONTROLS: Final = {
    "count", "share", "rate", "shaken", "is_few", "cube", "rounded", "kept", "held_back", "stations_held_back",
    "_enough", "teams", "length", "answer_held_back",
}  # fmt: skip
"""What a door goes through, itself or in a function of its module that it calls."""


def reckonings(module: Module) -> Iterator[str]:
    """The functions of a module that make a figure of several rows or a share, doors left out."""
    for function in module.functions():
        if not is_door(function) and any(_reckons(call) for call in _calls(function)):
            yield function.name


def is_door(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether it carries the mark."""
    return any(ast.unparse(mark) in {"disclosure.door", "door"} for mark in function.decorator_list)


def passes(module: Module, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether a door goes through what makes it one."""
    known = {one.name: one for one in module.functions()}
    met, open_names = set(), [function.name]
    while open_names:
        name = open_names.pop()
        if name in met:
            continue
        met.add(name)
        if name in known:
            open_names += [node.id for node in ast.walk(known[name]) if isinstance(node, ast.Name)]
            called = {_name(call) for call in _calls(known[name])}
            if called & CONTROLS or any(one.endswith("figures") or one == "door" for one in called):
                return True
    return False


def taken_raw(module: Module) -> set[str]:
    """What a module takes from the service of insight that is not through the door."""
    return {
        node.attr
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "insight"
        if node.attr in RAW
    }


def raw_of_apps(found: Iterable[Module]) -> dict[str, set[str]]:
    """By app: what its service gives of the reckonings that are registered for who sees what is counted."""
    by_path = {short(one): one for one in found}
    raw = {app: set(names) for app, names in ALSO_RAW.items()}
    for path, names in RECKONED[Reader.SEES].items():
        if path.startswith("apps/") and not path.startswith("apps/insight/"):
            app, module = path.split("/")[1], by_path[path]
            given = _imported(by_path[f"apps/{app}/service.py"], path)
            raw.setdefault(app, set()).update(_leading_to(module, set(names.split())) & given)
    return raw


def taken_from_apps(module: Module, raw: Mapping[str, set[str]]) -> set[str]:
    """What a module takes from the services of other apps as it is counted: "decisions.rates"."""
    return {
        f"{node.value.id}.{node.attr}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name)
        if node.attr in raw.get(node.value.id, ())
    }


def _imported(service: Module, path: str) -> set[str]:
    dotted = path.removesuffix(".py").replace("/", ".")
    return {
        one.name
        for node in ast.walk(service.tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").endswith(dotted)
        for one in node.names
    }


def _leading_to(module: Module, names: set[str]) -> set[str]:
    """The functions of a module that call one of these, directly or by others; those themselves."""
    calls = {one.name: {_name(call) for call in _calls(one)} for one in module.functions() if not is_door(one)}
    found = set(names)
    while more := {name for name, called in calls.items() if called & found} - found:
        found |= more
    return found


def registered(readers: Iterable[Reader] = tuple(Reader)) -> set[tuple[str, str]]:
    """Every registered function, by module and name."""
    return {(path, name) for reader in readers for path, names in RECKONED[reader].items() for name in names.split()}


def short(module: Module) -> str:
    """A module's path in the package."""
    return str(module.path.relative_to(PACKAGE))


def _calls(function: ast.AST) -> list[ast.Call]:
    return [node for node in ast.walk(function) if isinstance(node, ast.Call)]


def _name(call: ast.Call) -> str:
    if isinstance(call.func, ast.Attribute):
        return call.func.attr
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _reckons(call: ast.Call) -> bool:
    name = _name(call)
    if name == "round":
        return any(isinstance(one, ast.Constant) and one.value == 100 for one in ast.walk(call))
    return name in RECKONS or (name == "count" and isinstance(call.func, ast.Attribute) and not call.args)
