"""A table in the code has each key once: of two, the last would quietly win."""

import ast
from collections import Counter

from tests.architecture.source import modules


def test_no_table_has_a_key_twice() -> None:
    found = [
        f"{module.name}:{node.lineno}"
        for module in modules()
        for node in ast.walk(module.tree)
        if isinstance(node, ast.Dict)
        for key, times in Counter(ast.dump(key) for key in node.keys if key is not None).items()
        if times > 1
    ]
    assert found == []
