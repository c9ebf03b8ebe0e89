"""Alerts, released figures and figures by e-mail, over a log with a year of decided cases."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from tests.factories.world import World

from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.insight import jobs
from borgerfokus.apps.insight import service as insight
from borgerfokus.apps.insight.actions import indicating
from borgerfokus.apps.insight.models import CaseNumber, FigureAlert, FigureSubscription, IndicatorFigure
from borgerfokus.apps.insight.queries.indicators import Series, Valued
from borgerfokus.core.access import Role
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.indicators import Figure, load_shipped
from borgerfokus.foundation.access.actor import ANONYMOUS, Actor, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.organisation.models import Employee
from borgerfokus.foundation.outbox.models import Mail

SYSTEM = system("test")
DECISION_TIME = next(one for one in load_shipped() if one.key == "decision_time")


@pytest.fixture
def folder(world: World, tmp_path: Path) -> Path:
    """A log of one case: the figures themselves are laid in by the tests."""
    world.case(citizen_id=world.person())
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        insight.rebuild(folder=tmp_path / insight.CASEWORK, at=world.at)
    return tmp_path / insight.CASEWORK


def months_until(at: datetime, values: list[float]) -> list[Figure]:
    """A figure for each month, the last whole one at the end."""
    newest = insight.months_back(at.date(), 1)
    keys = [insight.month_key(insight.months_back(newest.date(), back)) for back in range(len(values) - 1, -1, -1)]
    return [Figure(key, value, 20) for key, value in zip(keys, values, strict=True)]


def watched(world: World, folder: Path, values: list[float], patch: pytest.MonkeyPatch, *, days: int = 0) -> int:
    """Watch the figures of the adult team with these months."""
    from borgerfokus.apps.insight.actions import watching

    at = world.at + timedelta(days=days)
    found: Series = {("decision_time", "voksenteamet"): months_until(at, values)}
    patch.setattr(watching, "series", lambda *_args, **_named: found)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        return insight.watch(folder=folder, at=at)


def test_a_rule_that_goes_on_firing_is_one_alert_and_ends_by_itself(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, good = [40.0, 41.0, 39.0] * 4 + [90.0], [40.0, 41.0, 39.0] * 5
    assert watched(world, folder, bad, monkeypatch) == 1
    assert watched(world, folder, bad, monkeypatch) == 0
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        (alert,) = insight.alerts(units=["voksenteamet"])
        assert (alert.rule, alert.since) == ("outside", alert.month)
        assert insight.alerts(units=["ydelsesteamet"]) == []
    assert watched(world, folder, good, monkeypatch) == 0
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        assert insight.alerts(units=None) == []
        assert FigureAlert.objects.get().ended_at is not None


def test_an_alert_is_answered_with_a_note_or_not_at_all(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watched(world, folder, [40.0, 41.0, 39.0] * 4 + [90.0], monkeypatch)
    leader = world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    with acting_as(leader, purpose=Purpose.LEADERSHIP, at=world.at):
        (alert,) = insight.alerts(units=None)
        refused = insight.acknowledge(alert=alert, note="  ", by=leader, at=world.at)
        assert refused is not None
        assert insight.acknowledge(alert=alert, note="Vi har fået en vikar.", by=leader, at=world.at) is None
        found = insight.find_alert(alert_id=alert.pk, units=["voksenteamet"])
        assert (found.note, found.acknowledged_by_name) == ("Vi har fået en vikar.", "Bente")
        with pytest.raises(Hidden):
            insight.find_alert(alert_id=alert.pk, units=["ydelsesteamet"])


def test_a_politician_is_told_of_no_alert(world: World, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second wall holds it: the rows are there for those who follow figures alone."""
    watched(world, folder, [40.0, 41.0, 39.0] * 4 + [90.0], monkeypatch)
    politician = world.employee("Poul", role=Role.POLITICIAN)
    with acting_as(politician, purpose=Purpose.LEADERSHIP, at=world.at):
        assert insight.alerts(units=None) == []


def people_of(world: World, number: int) -> list[int]:
    """Cases of so many citizens, by their number in the event table."""
    cases = [world.case(citizen_id=world.person()) for _one in range(number)]
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        return [CaseNumber.objects.create(case=Case.objects.get(pk=case.pk)).pk for case in cases]


def released(
    world: World, folder: Path, patch: pytest.MonkeyPatch, *, rule: Rule | None = None
) -> dict[tuple[str, int, str], IndicatorFigure]:
    """Release a quarter in which many citizens of one department waited 40 days, and one of another 400."""
    numbers = people_of(world, 40)
    log = insight.open_log(folder)
    assert log is not None
    world.unit("boern", parent=world.units["fjordby"], kind="department")
    codes = [log.words.codes("unit", [key])[0] for key in ("voksenteamet", "boern")]
    values = [Valued(number, 202607, codes[0], 40.0) for number in numbers[1:]]
    values.append(Valued(numbers[0], 202607, codes[1], 400.0))
    patch.setattr(indicating, "open_log", lambda _folder: log)
    patch.setattr(indicating, "weight_of", lambda _person: 1)
    patch.setattr(indicating, "valued", lambda _log, one, **_named: values if one == DECISION_TIME else [])
    if rule is not None:
        patch.setattr(indicating, "disclosure_rule", lambda **_named: rule)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        insight.release_indicators(folder=folder, at=world.at)
        newest = max(row.until for row in IndicatorFigure.objects.all())
        return {(row.indicator, row.month, row.unit): row for row in IndicatorFigure.objects.filter(until=newest)}


def test_a_release_holds_back_the_few_and_whoever_would_tell_of_them(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = released(world, folder, monkeypatch)
    whole, few = found["decision_time", 0, ""], found["decision_time", 0, "boern"]
    assert (few.value, few.cases) == (None, None)
    assert found["decision_time", 0, "handicap-psykiatri"].value is None, "the whole less this one is of the few"
    assert whole.value == 40.0
    assert whole.cases == 40
    assert found["decision_time", 202607, ""].cases == 40


def test_sabotage_with_rounding_off_the_one_stands_open(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = released(world, folder, monkeypatch, rule=Rule(0, 1))
    assert found["decision_time", 0, "boern"].value == 400.0


def test_a_release_is_frozen(world: World, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = released(world, folder, monkeypatch)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        assert insight.release_indicators(folder=folder, at=world.at) == 0
        assert IndicatorFigure.objects.filter(until=before["decision_time", 0, ""].until).count() == len(before)


def subscribed(world: World, by: Actor, *, email: str = "leder@fjordby.invalid") -> FigureSubscription | None:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        Employee.objects.filter(pk=by.id).update(email=email)
    with acting_as(by, purpose=Purpose.LEADERSHIP, at=world.at):
        insight.subscribe(unit="", rhythm=insight.Rhythm.WEEKLY, language="da", by=by, at=world.at)
        return FigureSubscription.objects.filter(employee_id=by.id, ended_at__isnull=True).first()


def sent(world: World, folder: Path, *, days: int) -> list[Mail]:
    at = world.at + timedelta(days=days)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        insight.freeze(root=folder.parent, at=at)
        insight.send_subscriptions(root=folder.parent, at=at)
        return list(Mail.objects.filter(kind="figures").order_by("queued_at"))


def figured(monkeypatch: pytest.MonkeyPatch, *, cases: int) -> None:
    """Every front figure is of so many cases."""
    from borgerfokus.apps.insight.actions import mailing

    def made(*_args: object, only: list[insight.Measured], **_named: object) -> list[insight.Measured]:
        return [insight.Measured(one, now=Figure(0, 41.3, cases)) for one in only if one == DECISION_TIME]

    monkeypatch.setattr(mailing, "dashboard", made)


def test_figures_are_sent_once_for_each_week_after_disclosure_control(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    leader = world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    assert subscribed(world, leader) is not None
    figured(monkeypatch, cases=23)
    assert sent(world, folder, days=0) == [], "the week that runs is not sent again"
    (mail,) = sent(world, folder, days=7)
    assert "Fra ansøgning til afgørelse: 41 dage" in mail.body
    assert "41,3" not in mail.body
    assert "/noegletal/stop/" in mail.body
    assert len(sent(world, folder, days=8)) == 1
    assert len(sent(world, folder, days=14)) == 2


def test_few_cases_are_never_sent(world: World, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leader = world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    subscribed(world, leader)
    figured(monkeypatch, cases=6)
    assert sent(world, folder, days=7) == []


def test_sabotage_without_the_door_the_few_are_sent(
    world: World, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from borgerfokus.apps.insight.actions import mailing

    leader = world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    subscribed(world, leader)
    figured(monkeypatch, cases=6)
    monkeypatch.setattr(mailing, "door", lambda one, **_named: one)
    assert len(sent(world, folder, days=7)) == 1


def test_whoever_leads_no_longer_gets_no_more(world: World, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    leader = world.employee("Bente", role=Role.TEAM_LEADER, leads=True)
    subscribed(world, leader)
    figured(monkeypatch, cases=23)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        Employee.objects.filter(pk=leader.id).update(active=False)
    assert sent(world, folder, days=7) == []


def test_a_link_ends_the_one_it_is_of_and_no_other(world: World, folder: Path) -> None:
    row = subscribed(world, world.employee("Bente", role=Role.TEAM_LEADER, leads=True))
    other = subscribed(world, world.employee("Carl", role=Role.TEAM_LEADER, leads=True))
    assert row is not None
    assert other is not None
    with acting_as(ANONYMOUS, purpose=Purpose.PUBLIC, at=world.at):
        with pytest.raises(Hidden):
            insight.ask_to_end(subscription_id=other.pk, token=insight.token_of(row.pk))
        insight.ask_to_end(subscription_id=row.pk, token=insight.token_of(row.pk))
        assert not FigureSubscription.objects.exists(), "who follows a link sees no rows"
    for _ in range(2):
        jobs.end_subscription(at=world.at, subscription_id=row.pk)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        assert FigureSubscription.objects.filter(ended_at__isnull=True).get() == other


def test_without_an_address_nothing_is_promised(world: World, folder: Path) -> None:
    assert subscribed(world, world.employee("Bente", role=Role.TEAM_LEADER, leads=True), email="") is None
