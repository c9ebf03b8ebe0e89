"""Bar G1: the record of processing under article 30 is the declarations of the models, and it is up to date.

To renew it: `BORGERFOKUS_RENEW=1 python -m pytest tests/access/test_record_of_processing.py`.
"""

import os
from dataclasses import replace

import pytest

from borgerfokus.foundation.access import record
from borgerfokus.foundation.access.declare import Protection, declaration, own_models
from tests.database import ROOT

PAGE = ROOT / "docs" / "reference" / "record-of-processing.md"
PERSONAL = [model for model in own_models() if declaration(model).is_personal]


def test_the_record_is_up_to_date() -> None:
    if os.environ.get("BORGERFOKUS_RENEW"):
        PAGE.write_text(record.document(), "utf-8")
    assert PAGE.read_text("utf-8") == record.document()


@pytest.mark.parametrize("model", PERSONAL, ids=lambda model: model._meta.label)
def test_every_personal_field_stands_in_the_record(model: type) -> None:
    page = record.document()
    section = page.partition(f"(`{model._meta.db_table}`)")[2].partition("\n\n**")[0]
    for name, protection in declaration(model).protections().items():
        if protection is not Protection.PLAIN:
            assert f"`{name}`" in section


def test_a_declaration_that_changes_makes_the_record_stale(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: another purpose in the code, and the page no longer fits."""
    model = PERSONAL[0]
    monkeypatch.setattr(model, "declared", replace(declaration(model), purpose="to do something else"))
    assert PAGE.read_text("utf-8") != record.document()
