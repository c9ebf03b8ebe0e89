"""A look-up that the citizen's page would not list raises an alarm; sabotaged pages are found."""

from datetime import date, datetime

import pytest
from django.db import connection
from tests.apps.logcontrol.scene import Scene, done

from borgerfokus.apps.logcontrol import service as logcontrol
from borgerfokus.apps.logcontrol.actions import reconciling
from borgerfokus.apps.logcontrol.models import Reconciliation
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.audit import queries as lookups

pytestmark = pytest.mark.django_db

DAY = date(2026, 10, 3)
NEXT = datetime(2026, 10, 4, 4, tzinfo=COPENHAGEN)


def compared() -> Reconciliation:
    row = logcontrol.reconcile(day=DAY, at=NEXT)
    assert row is not None
    return row


def test_all_is_listed_and_no_alarm_is_raised(scene: Scene) -> None:
    row = compared()
    assert (row.looked, row.persons, row.missing) == (3, 3, 0)
    assert logcontrol.reconcile(day=DAY, at=NEXT) is None, "once for each day"
    with scene.as_(scene.dorte):
        assert logcontrol.alarms(by=scene.dorte) == []


def test_a_page_that_leaves_some_out_is_found(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage: the query of the citizen's page forgets one employee."""
    honest = lookups.of_persons

    def forgetful(**asked: object) -> list[lookups.Seen]:
        return honest(**{**asked, "leaving_out": scene.karen.subject})  # type: ignore[arg-type]

    monkeypatch.setattr(lookups, "of_persons", forgetful)
    assert compared().missing == 3


def test_a_wall_that_hides_them_is_found(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage: the database no longer counts the citizens' own persons as theirs."""
    monkeypatch.setattr(reconciling, "Actor", lambda **asked: Actor(kind=asked["kind"]))
    row = compared()
    assert row.missing == 3
    assert len(row.missing_ids) == 3


def test_the_officer_deals_with_an_alarm_and_nobody_else(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lookups, "of_persons", lambda **_asked: [])
    row = compared()
    with scene.as_(scene.dorte):
        assert [one.pk for one in logcontrol.alarms(by=scene.dorte)] == [row.pk]
        assert isinstance(
            logcontrol.deal_with(reconciliation_id=row.pk, note="", by=scene.dorte, at=scene.at), Refusal
        )
        done(logcontrol.deal_with(reconciliation_id=row.pk, note="Rettet.", by=scene.dorte, at=scene.at))
        assert logcontrol.alarms(by=scene.dorte) == []
    with scene.as_(scene.bente), pytest.raises(Hidden):
        logcontrol.deal_with(reconciliation_id=row.pk, note="Set.", by=scene.bente, at=scene.at)


def test_the_comparison_shows_nobody(scene: Scene) -> None:
    def logged() -> int:
        with scene.everything(), connection.cursor() as cursor:
            cursor.execute("select count(*) from audit_lookup")
            counted: int = cursor.fetchone()[0]
        return counted

    before = logged()
    compared()
    assert logged() == before
