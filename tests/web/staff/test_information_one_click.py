"""Asking with one press: one fact of one who has it, everything that is missing at once, and the chase of it all."""

import csv
from datetime import date, datetime, timedelta
from io import StringIO

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.factories.login import log_in
from tests.factories.world import World
from tests.web.staff.conftest import LogIn
from tests.web.staff.forms import act, text

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.models import FactRequest
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Task
from borgerfokus.core.casework.steps import Step
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.parameters import service as parameters


class Desk:
    """Karen's desk with the case of Lene, of which nothing is known yet."""

    def __init__(self, world: World, as_: LogIn) -> None:
        self.at: datetime = world.at
        self.karen: Actor = world.employee("Karen")
        self.case: Case = world.case(citizen_id=world.person("Lene", "Overgaard"), caseworker=self.karen)
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=self.at):
            assert casework.take_step(case_id=self.case.pk, step=Step.ACCEPT, by=self.karen, at=self.at) is None
        self.client: Client = as_(self.karen)
        self.page = f"/sag/{self.case.number}/oplysninger/"

    def requests(self) -> dict[str, FactRequest]:
        """What is asked for, by fact."""
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=self.at):
            return {one.fact: one for one in FactRequest.objects.filter(case=self.case)}

    def usual(self, key: str) -> date:
        """The last day to answer that the municipality's own value gives."""
        return self.at.date() + timedelta(days=parameters.at(key, on=self.at.date()).number)

    def known(self, fact: str, *, as_of: date) -> None:
        """Somebody has written down what is known."""
        known = assessment.Known(kind="note", value="Kendt", source="samtale", as_of=as_of)
        with acting_as(self.karen, purpose=Purpose.CASEWORK, at=self.at):
            assert (
                assessment.record(case_id=self.case.pk, fact=fact, known=known, by=self.karen, at=self.at) is None
            )


@pytest.fixture
def desk(world: World, as_: LogIn) -> Desk:
    return Desk(world, as_)


def test_one_press_asks_the_citizen_with_a_task_and_a_date(desk: Desk) -> None:
    assert act(desk.client, desk.page, "ask-one", fact="O10", source="citizen").status_code == 302
    (request,) = desk.requests().values()
    assert (request.fact, request.source, request.due) == ("O10", "citizen", desk.usual("rsl.citizen_reply"))
    with acting_as(desk.karen, purpose=Purpose.CASEWORK, at=desk.at):
        assert Task.objects.get(case=desk.case, kind="fact").due == request.due
    assert "Svar senest" in text(desk.client.get(desk.page))


def test_one_press_asks_only_those_who_can_give_it(desk: Desk) -> None:
    """A fact that the list does not let this one be asked for is not asked for, whatever the form says."""
    assert act(desk.client, desk.page, "ask-one", fact="O99", source="citizen").status_code == 404
    assert act(desk.client, desk.page, "ask-one", fact="O10", source="partner").status_code == 404
    assert desk.requests() == {}


def test_one_press_asks_for_everything_that_is_missing(desk: Desk) -> None:
    """Each fact of the first who has it, with the date of that one; nothing is asked for twice."""
    desk.known("O10", as_of=desk.at.date())
    assert "Bed om alle" in text(desk.client.get(desk.page))
    assert act(desk.client, desk.page, "ask-all").status_code == 302
    asked = desk.requests()
    assert "O10" not in asked
    assert len(asked) > 5
    assert {one.source for one in asked.values()} > {"citizen"}
    for one in asked.values():
        wanted = "rsl.citizen_reply" if one.source == "citizen" else "rsl.others_reply"
        assert one.due == desk.usual(wanted), one.fact
    assert "Bed om alle" not in text(desk.client.get(desk.page))
    act(desk.client, desk.page, "ask-all")
    assert {one.pk for one in desk.requests().values()} == {one.pk for one in asked.values()}


def test_what_is_older_than_its_age_is_told_and_asked_for_again(desk: Desk) -> None:
    """A fact that may be 12 months old is fresh on its last day, and too old with its age from the day after."""
    spec = next(one for one in desk.case.type_version.spec.information if one.max_age_months)
    desk.known(spec.key, as_of=desk.at.date() - timedelta(days=31 * (spec.max_age_months or 0) + 3))
    shown = text(desk.client.get(desk.page))
    assert "1 er for gammel" in shown
    assert "gammel, højst" in shown
    act(desk.client, desk.page, "ask-all")
    assert spec.key in desk.requests()


def test_the_chase_shows_what_is_late_first_and_as_a_sheet(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    act(desk.client, desk.page, "ask-one", fact="O10", source="citizen")
    (request,) = desk.requests().values()
    assert act(desk.client, desk.page, "remind", request=request.pk).status_code == 302
    chase = reverse("staff:chase")
    shown = text(desk.client.get(chase))
    assert "1 oplysning ventes" in shown
    assert "rykket 1 gang" in shown
    late = now + (request.due - now.date()) + timedelta(days=3)
    monkeypatch.setattr(timezone, "now", lambda: late)
    log_in(desk.client, desk.karen, at=late)
    shown = text(desk.client.get(chase))
    assert "1 er over fristen" in shown
    assert "3 dage over" in shown
    sheet = desk.client.get(reverse("staff:chase-csv")).content.decode("utf-8-sig")
    _head, row = csv.reader(StringIO(sheet), delimiter=";")
    assert (row[0], row[1], row[5], row[7]) == (desk.case.number, "Lene Overgaard", "1", "3")
