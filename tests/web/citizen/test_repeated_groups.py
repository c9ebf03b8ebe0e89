"""Several of the same in a form: rows are added and removed with plain buttons, and everything is there on return."""

import re
from typing import Any

from django.test import Client
from tests.web.citizen.scene import Scene

from borgerfokus.apps.dialogue.models import Request
from borgerfokus.foundation.access.actor import system
from borgerfokus.foundation.access.scope import Purpose, acting_as

FORM = "/min/ansoeg/sel-100/"
CREAM = {"costs.1.cost_what": "Creme", "costs.1.cost_amount": "140", "costs.1.cost_often": "month"}
TAXI = {"costs.2.cost_what": "Taxa", "costs.2.cost_amount": "450", "costs.2.cost_often": "other"}


def _hidden(body: str, name: str) -> list[str]:
    return re.findall(rf'name="{re.escape(name)}" value="([^"]*)"', body)


def _post(client: Client, step: int, answers: dict[str, Any], do: str = "next") -> Any:
    address = f"{FORM}?trin={step}"
    body = client.get(address).content.decode()
    post = {
        "version": _hidden(body, "version")[0],
        "window": _hidden(body, "window")[0],
        "asked": _hidden(body, "asked"),
        "rows.costs": _hidden(body, "rows.costs"),
        "do": do,
        **answers,
    }
    return client.post(address, post)


def test_rows_are_added_filled_in_and_removed(mads: Client):
    first = mads.get(FORM).content.decode()
    assert "Udgift 1" in first
    assert "Udgift 2" not in first
    added = _post(mads, 1, {"kinds": ["medicine"], **CREAM}, do="add:costs")
    assert added.status_code == 302
    assert added["Location"].endswith("#costs.2.cost_what")
    second = mads.get(f"{FORM}?trin=1").content.decode()
    assert "Udgift 2" in second
    assert 'value="Creme"' in second
    _post(mads, 1, {"kinds": ["medicine"], **CREAM, **TAXI}, do="drop:costs:1")
    left = mads.get(f"{FORM}?trin=1").content.decode()
    assert 'value="Taxa"' in left
    assert "Creme" not in left
    assert "Udgift 2" not in left


def test_what_is_wrong_leads_to_its_row_and_an_answer_may_bring_a_question(mads: Client):
    _post(mads, 1, {"kinds": ["medicine"], **CREAM}, do="add:costs")
    month = TAXI | {"costs.2.cost_often": "month", "costs.2.cost_amount": "mange"}
    wrong = _post(mads, 1, {"kinds": ["medicine"], **CREAM, **month})
    body = wrong.content.decode()
    assert wrong.status_code == 422
    assert 'href="#costs.2.cost_amount"' in body
    assert "Udgift 2: Hvor mange kroner?" in body
    asked = _post(mads, 1, {"kinds": ["medicine"], **CREAM, **TAXI})
    assert "nyt=1" in asked["Location"]
    assert "Hvordan skifter det?" in mads.get(asked["Location"]).content.decode()


def test_the_answers_are_sent_read_through_and_stand_on_both_pages_of_the_case(scene: Scene, mads: Client):
    _post(mads, 1, {"kinds": ["medicine"], **CREAM})
    body = mads.get(f"{FORM}?trin=2").content.decode()
    asked = {name: "yes" for name in _hidden(body, "asked") if name.startswith("ask")}
    _post(mads, 2, {"reason": "Min hud tåler ikke andet", "lasting": "yes", **asked})
    through = mads.get(f"{FORM}?trin=3").content.decode()
    assert "Creme · 140 · Hver måned" in through
    sent = mads.post(f"{FORM}?trin=3", {"do": "send", "key": _hidden(through, "key")[0]})
    number = sent["Location"].rstrip("/").rpartition("/")[2]
    page = mads.get(f"/min/sag/{number}/").content.decode()
    assert "Det skrev du" in page
    assert '<th scope="row">Udgift 1</th>' in page
    with acting_as(system("test"), purpose=Purpose.OPERATION, at=scene.at):
        row = Request.objects.get(case__number=number)
    assert row.answers["costs"] == [{"cost_what": "Creme", "cost_amount": "140", "cost_often": "month"}]


def test_a_form_begins_with_what_is_known_marked_and_editable(scene: Scene, mads: Client):
    mads.post("/min/oplysninger/", {"phone": "20990041", "email": "", "version": "1"})
    step = "/min/ansoeg/sel-100/?trin=2"
    body = mads.get(step).content.decode()
    assert "Vi har udfyldt det med det, vi ved" in body
    assert "20990041" in body.replace(" ", "")
    _post(mads, 2, {"phone": "20 99 00 57", "ask_doctor": "yes"}, do="later")
    changed = mads.get(step).content.decode()
    assert "Vi har udfyldt det med det, vi ved" not in changed
    assert "20 99 00 57" in changed
    assert "til og med den" in changed
