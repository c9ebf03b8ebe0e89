"""The lifecycle page in the documents is the table in the code.

To renew it: `python -c "from borgerfokus.core.casework.lifecycle_diagram import document; print(document(),
end='')"` into `docs/reference/lifecycle.md`.
"""

from pathlib import Path

from borgerfokus.core.casework.lifecycle import Step
from borgerfokus.core.casework.lifecycle_diagram import diagram, document

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "lifecycle.md"


def test_the_page_is_up_to_date() -> None:
    assert PAGE.read_text(encoding="utf-8") == document()


def test_every_step_is_on_the_page() -> None:
    assert [step for step in Step if f"| `{step}` |" not in document()] == []
    assert "information --> assessment: begin_assessment" in diagram()
