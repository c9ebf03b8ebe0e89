"""The lifecycle drawn and written out for the documents, from the table itself."""

from __future__ import annotations

from borgerfokus.core.casework.lifecycle import TRANSITIONS, Transition
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.steps import STEP_TITLES
from borgerfokus.core.casework.words import CITIZEN_PHASES, PHASE_TITLES, oio_of

_INTRODUCTION = """# The lifecycle of a case

Generated from `borgerfokus.core.casework.lifecycle`; `tests/core/casework/test_lifecycle_document.py` says
how to renew it. The articles are those that a refusal names; a municipality's lawyer confirms them.
"""


def diagram() -> str:
    """The phases and the steps between them as a Mermaid state diagram."""
    lines = ["stateDiagram-v2", "    [*] --> contact"]
    for row in TRANSITIONS.values():
        if row.leads_to is None or len(row.starts) > _DRAWN:
            continue
        lines += [f"    {start} --> {row.leads_to}: {row.step}" for start in _in_order(row)]
    lines += [f"    note right of closed: {_many()} lead here from several phases", "    closed --> [*]"]
    return "\n".join(lines)


def document() -> str:
    """The reference page: the diagram, the phases in words, every step with its rule and guards."""
    phases = [
        f"| `{phase}` | {PHASE_TITLES[phase].da} | {CITIZEN_PHASES[phase].da} | {oio_of(phase)} |"
        for phase in Phase
    ]
    parts = [
        _INTRODUCTION,
        f"```mermaid\n{diagram()}\n```\n",
        "## Phases\n",
        "| phase | to staff | to the citizen | OIO Sag |\n|---|---|---|---|\n" + "\n".join(phases) + "\n",
        "## Steps\n",
        "| step | button | from | to | article | refused unless |\n|---|---|---|---|---|---|\n"
        + "\n".join(_line(row) for row in TRANSITIONS.values())
        + "\n",
    ]
    return "\n".join(parts)


_DRAWN = 3
"""A step from more phases than this is named in the note, or the drawing is all arrows to one box."""


def _many() -> str:
    return ", ".join(
        row.step for row in TRANSITIONS.values() if row.leads_to is not None and len(row.starts) > _DRAWN
    )


def _in_order(row: Transition) -> list[Phase]:
    return [phase for phase in Phase if phase in row.starts]


def _line(row: Transition) -> str:
    starts = ", ".join(_in_order(row))
    guards = ", ".join(guard.__name__.replace("_", " ") for guard in row.guards)
    title = STEP_TITLES[row.step].da
    return f"| `{row.step}` | {title} | {starts} | {row.leads_to or 'the same'} | {row.article} | {guards} |"
