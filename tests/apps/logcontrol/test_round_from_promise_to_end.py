"""A round: the seed is promised first, the draw can be repeated, and every look-up in it comes to an end."""

from datetime import timedelta

import pytest
from tests.apps.logcontrol.scene import OCTOBER, SYSTEM, Scene, done

from borgerfokus.apps.logcontrol import jobs
from borgerfokus.apps.logcontrol import service as logcontrol
from borgerfokus.apps.logcontrol.models import ControlItem, ControlRound
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.logcontrol import rounds as drawing
from borgerfokus.core.logcontrol.rounds import Fault
from borgerfokus.core.logcontrol.words import ENDED, Signal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Look
from borgerfokus.foundation.audit.models import Entry

pytestmark = pytest.mark.django_db


def snooped(scene: Scene) -> ControlItem:
    """Rasmus has looked at his former wife at night, and a round has been drawn. Returns that look-up."""
    rasmus = scene.world.person("Rasmus", "Bregnehøj")
    scene.is_citizen(scene.rasmus, rasmus)
    scene.were_married(scene.citizens["stranger"], rasmus)
    scene.looks(scene.rasmus, scene.citizens["stranger"], day=14, hour=23)
    found = [one for one in scene.items(scene.drawn()) if one.employee_id == scene.rasmus.id]
    assert len(found) == 1
    return found[0]


def test_the_seed_is_promised_in_the_log_before_anything_is_drawn(scene: Scene) -> None:
    row = scene.planned()
    with scene.everything():
        told = Entry.objects.get(action="log_control.plan")
    assert told.detail["promise"] == drawing.promise(row.seed) == row.promise
    assert row.seed not in str(told.detail)


def test_a_former_wife_at_night_is_explained_in_words(scene: Scene) -> None:
    item = snooped(scene)
    assert {Signal.FORMER_PARTNER, Signal.NO_RELATION, Signal.AFTER_HOURS} <= set(item.signals)
    assert item.reviewer_id == scene.bente.id


def test_work_on_a_case_explains_a_look_up(scene: Scene) -> None:
    drawn = scene.items(scene.drawn())
    assert drawn, "Karen's look-ups are drawn by lot"
    assert all(Signal.NO_RELATION not in one.signals for one in drawn)
    assert {one.kind for one in drawn} == {"sample"}


def test_looking_once_more_than_a_year_after_the_case_is_unexplained(scene: Scene) -> None:
    with scene.everything():
        from borgerfokus.apps.casework.models import Case

        longer = scene.at - timedelta(days=500)
        Case.objects.filter(citizen_id=scene.citizens["anna"]).update(
            received_at=longer, phase="closed", closed_at=longer
        )
    drawn = [one for one in scene.items(scene.drawn()) if one.person_id == scene.citizens["anna"]]
    assert all(Signal.NO_RELATION in one.signals for one in drawn)


def test_the_draw_can_be_repeated_and_a_touched_one_is_found(scene: Scene) -> None:
    row = scene.drawn()
    with scene.everything():
        assert logcontrol.draw_faults(row) == ()
        row.seed = "0" * 32
        assert Fault.PROMISE in logcontrol.draw_faults(row)
        row.refresh_from_db()
    scene.looks(scene.karen, scene.citizens["stranger"], day=30, look=Look.SEARCH)
    with scene.everything():
        assert Fault.LIST in logcontrol.draw_faults(row), "a row put into the log afterwards"


def test_nobody_judges_an_own_look_up(scene: Scene) -> None:
    scene.looks(scene.bente, scene.citizens["stranger"], day=14)
    scene.looks(scene.dorte, scene.citizens["stranger"], day=14)
    items = {one.employee_id: one for one in scene.items(scene.drawn())}
    assert items[scene.bente.id].reviewer_id == scene.torben.id
    for who in (scene.bente, scene.dorte):
        with scene.as_(who), pytest.raises(Hidden):
            logcontrol.close(item_id=items[who.id].pk, ground="work", note="", by=who, at=scene.at)
    with scene.as_(scene.dorte):
        mine = logcontrol.visible_to(scene.dorte)
        assert not mine.filter(employee_id=scene.dorte.id).exists(), "not even shown before she is asked"
        assert not ControlItem.objects.filter(employee_id=scene.dorte.id).exists(), "nor by the database"


def test_from_question_to_answer_to_closing(scene: Scene) -> None:
    item = snooped(scene)
    with scene.as_(scene.rasmus):
        assert logcontrol.asked_of(by=scene.rasmus) == []
    with scene.as_(scene.bente):
        done(logcontrol.ask(item_id=item.pk, question="Hvorfor slog du op?", by=scene.bente, at=scene.at))
        assert isinstance(
            logcontrol.conclude(item_id=item.pk, outcome="lawful", note="x", by=scene.dorte, at=scene.at), Refusal
        )
    with scene.as_(scene.rasmus):
        assert [one.pk for one in logcontrol.asked_of(by=scene.rasmus)] == [item.pk]
        done(logcontrol.answer(item_id=item.pk, text="Hun ringede til vagten.", by=scene.rasmus, at=scene.at))
    with scene.as_(scene.karen), pytest.raises(Hidden):
        logcontrol.answer(item_id=item.pk, text="Jeg ved det.", by=scene.karen, at=scene.at)
    with scene.as_(scene.bente):
        assert isinstance(
            logcontrol.close(item_id=item.pk, ground="no-such", note="", by=scene.bente, at=scene.at), Refusal
        )
        done(logcontrol.close(item_id=item.pk, ground="covered", note="Vagtskema set.", by=scene.bente, at=scene.at))
        again = logcontrol.close(item_id=item.pk, ground="work", note="", by=scene.bente, at=scene.at)
    assert isinstance(again, Refusal)


def test_an_escalated_one_is_concluded_by_the_officer_alone(scene: Scene) -> None:
    item = snooped(scene)
    with scene.as_(scene.bente):
        assert isinstance(logcontrol.escalate(item_id=item.pk, note=" ", by=scene.bente, at=scene.at), Refusal)
        done(logcontrol.escalate(item_id=item.pk, note="Ingen forklaring.", by=scene.bente, at=scene.at))
        with pytest.raises(Hidden):
            logcontrol.conclude(item_id=item.pk, outcome="breach", note="Anmeldt.", by=scene.bente, at=scene.at)
    with scene.as_(scene.dorte):
        assert item.pk in {one.pk for one in logcontrol.waiting_for(by=scene.dorte)}
        done(logcontrol.conclude(item_id=item.pk, outcome="breach", note="Anmeldt.", by=scene.dorte, at=scene.at))


def test_what_nobody_deals_with_is_reminded_of_and_sent_on_so_that_every_one_ends(scene: Scene) -> None:
    item = snooped(scene)
    row = item.round
    with scene.as_(scene.bente):
        done(logcontrol.ask(item_id=item.pk, question="Hvorfor?", by=scene.bente, at=scene.at))
    for days in (8, 8, 9):
        jobs.due(at=scene.at + timedelta(days=days))
    with scene.everything():
        item.refresh_from_db()
        assert (item.state, item.reminders) == ("asked", 2), "once a day"
    jobs.due(at=scene.at + timedelta(days=60))
    items = scene.items(row)
    assert {one.state for one in items} <= ENDED
    with scene.everything():
        assert ControlRound.objects.get(pk=item.round_id).state == "done"


def test_months_are_planned_before_they_are_over_and_drawn_after(scene: Scene) -> None:
    jobs.run_rounds(at=scene.at)
    jobs.run_rounds(at=scene.at)
    with scene.everything():
        (planned,) = ControlRound.objects.all()
    assert (planned.state, planned.monthly) == ("planned", True)
    assert planned.starts.isoformat() == "2026-11-01"
    later = scene.at.replace(month=12, day=1)
    jobs.run_rounds(at=later)
    with scene.everything(at=later):
        november, december = ControlRound.objects.order_by("starts")
    assert (november.state, december.state) == ("done", "planned"), "nobody looked in November"


def test_a_leader_controls_own_units_only(scene: Scene) -> None:
    other = scene.world.units["visitation"].pk
    own = scene.world.units["voksenteamet"].pk
    for units in ((), (other,), (own, other)):
        with scene.as_(scene.bente):
            new = logcontrol.NewRound(*OCTOBER, units=units)
            assert isinstance(logcontrol.plan(new=new, by=scene.bente, at=scene.at), Refusal)
    row = scene.drawn(by=scene.bente, units=(own,))
    with scene.as_(scene.bente):
        assert logcontrol.find_round(round_id=row.pk, by=scene.bente) == row
    with scene.as_(scene.karen), pytest.raises(Hidden):
        logcontrol.find_round(round_id=row.pk, by=scene.karen)
    with scene.everything():
        assert isinstance(logcontrol.draw(round_id=row.pk, by=SYSTEM, at=scene.at), Refusal), "once"


def test_an_own_signal_taken_away_is_missed(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sabotage: a ranking that does not see who is alone on duty at night, nor who was married."""
    from borgerfokus.core.logcontrol import ranking

    monkeypatch.setattr(ranking, "_FIXED", {**ranking._FIXED, Signal.FORMER_PARTNER: 0})
    assert Signal.FORMER_PARTNER not in snooped(scene).signals
