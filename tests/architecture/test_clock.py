"""The clock is an argument: only web, api, cli and jobs read it."""

import ast

import pytest

from tests.architecture.source import PACKAGE, Module, modules

READERS = {("timezone", "now"), ("datetime", "now"), ("date", "today"), ("datetime", "utcnow"), ("time", "time")}
BARE = {"now", "localdate", "localtime"}
MAY_READ = ("web", "api", "cli", "project")
MAY_READ_IN_FOUNDATION = ("jobs", "login")


def _reads(module: Module) -> list[int]:
    found = []
    for node in ast.walk(module.tree):
        if not isinstance(node, ast.Call):
            continue
        called = node.func
        if isinstance(called, ast.Attribute) and isinstance(called.value, ast.Name):
            if (called.value.id, called.attr) in READERS:
                found.append(node.lineno)
        elif isinstance(called, ast.Name) and called.id in BARE and not node.args:
            found.append(node.lineno)
    return found


def _may_read(module: Module) -> bool:
    parts = module.path.relative_to(PACKAGE).parts
    if parts[0] in MAY_READ or module.path.stem == "jobs":
        return True
    return parts[0] == "foundation" and parts[1] in MAY_READ_IN_FOUNDATION


@pytest.mark.parametrize("module", [one for one in modules() if not _may_read(one)], ids=lambda one: one.name)
def test_nothing_below_reads_the_clock(module: Module) -> None:
    assert _reads(module) == []
