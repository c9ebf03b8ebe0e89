"""Files and functions stay small enough to read. The lists of exceptions may only shrink."""

import ast

from tests.architecture.source import ROOT, modules

FILE_STOP, TEST_STOP, FUNCTION_STOP, PARAMETER_STOP = 500, 1000, 60, 7
LONG_FUNCTIONS = frozenset(
    {
        "src/borgerfokus/cli/demo/units.py:fjordby",
        "src/borgerfokus/cli/demo/units_welfare.py:health",
        "src/borgerfokus/cli/demo/units_welfare.py:social",
        "src/borgerfokus/web/design/samples/case.py:_pictures",
        "src/borgerfokus/web/design/samples/marks.py:mark_samples",
    }
)
"""Lists of samples and of the demo's units: long because there is much of it, not because it does much."""


def _length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _parameters(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    given = node.args
    own = [*given.posonlyargs, *given.args, *given.kwonlyargs]
    return len([one for one in own if one.arg not in {"self", "cls", "by", "at", "request"}])


def test_no_file_is_longer_than_500_lines() -> None:
    assert [module.name for module in modules() if module.lines > FILE_STOP] == []


def test_no_test_file_is_longer_than_1000_lines() -> None:
    paths = sorted((ROOT / "tests").rglob("*.py"))
    assert [str(path) for path in paths if path.read_text("utf-8").count("\n") > TEST_STOP] == []


def test_no_function_is_longer_than_60_lines() -> None:
    found = {
        f"{module.name}:{node.name}"
        for module in modules()
        for node in module.functions()
        if _length(node) > FUNCTION_STOP
    }
    assert found == LONG_FUNCTIONS, "a function that is short again leaves the list; no other comes in"


def test_no_function_takes_more_than_seven_things_beside_actor_and_clock() -> None:
    found = [
        f"{module.name}:{node.name}"
        for module in modules()
        for node in module.functions()
        if _parameters(node) > PARAMETER_STOP
    ]
    assert found == []


def test_nine_in_ten_files_are_under_300_lines() -> None:
    short = [module for module in modules() if module.lines <= 300]
    assert len(short) >= 0.9 * len(modules())
