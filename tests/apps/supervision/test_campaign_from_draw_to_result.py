"""A campaign: drawn once and for all, begun, reviewed, answered, closed; and what each may see on the way."""

from datetime import timedelta

import pytest
from tests.apps.supervision.scene import Scene, done

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.supervision import service as supervision
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Grant, Ground


def numbers(scene: Scene, campaign: int) -> list[str]:
    return [one.case.number for one in scene.sampled(campaign)]


def test_a_campaign_runs_from_the_draw_to_its_result(scene: Scene) -> None:
    scene.more_cases(9)
    campaign = scene.running(size=6)
    sampled = scene.sampled(campaign)
    assert len(sampled) == 6
    for place, one in enumerate(sampled):
        done(scene.review(one, faults=("plain",) if place < 2 else ()))
    with scene.as_(scene.bente):
        refused = supervision.close(campaign_id=campaign, learning="Skriv kortere.", by=scene.bente, at=scene.at)
        assert refused is None
        row = supervision.find_led(campaign_id=campaign, by=scene.bente)
        found = {one.question: one for one in supervision.shown_figures(row) if one.unit_id is None}
    assert (found["plain"].met, found["plain"].judged) == (4, 6)
    assert found["plain"].share == pytest.approx(4 / 6)
    assert found["plain"].low < 4 / 6 < found["plain"].high
    assert found["step:letter"].met == 4
    assert found["step:information"].met == 6
    assert row.population == 10


def test_half_a_campaign_is_not_told_as_certain(scene: Scene) -> None:
    """Every case was drawn, so the end is certain; while half of them are unread the figures are not."""
    scene.more_cases(5)
    campaign = scene.running(size=6)
    sampled = scene.sampled(campaign)
    for place, one in enumerate(sampled):
        done(scene.review(one, faults=("plain",) if place % 3 == 0 else ()))
        with scene.as_(scene.bente):
            row = supervision.find_led(campaign_id=campaign, by=scene.bente)
            found = {one.question: one for one in supervision.shown_figures(row) if one.unit_id is None}
        is_last = place == len(sampled) - 1
        assert (found["plain"].high - found["plain"].low == 0) is is_last


def test_the_draw_is_repeated_from_the_seed_and_undone_before_it_begins(scene: Scene) -> None:
    scene.more_cases(9)
    campaign = scene.drawn()
    first = numbers(scene, campaign)
    with scene.as_(scene.bente):
        assert supervision.draw(campaign_id=campaign, by=scene.bente, at=scene.at) is not None
        done(supervision.undo_draw(campaign_id=campaign, by=scene.bente, at=scene.at))
    assert not scene.sampled(campaign)
    with scene.as_(scene.bente):
        done(supervision.draw(campaign_id=campaign, by=scene.bente, at=scene.at))
    assert numbers(scene, campaign) == first
    with scene.as_(scene.bente):
        done(supervision.begin(campaign_id=campaign, by=scene.bente, at=scene.at))
        refused = supervision.undo_draw(campaign_id=campaign, by=scene.bente, at=scene.at)
    assert refused is not None
    assert refused.code == "supervision.moved_on"


def test_nobody_sees_a_drawn_case_before_the_campaign_begins(scene: Scene) -> None:
    campaign = scene.drawn(size=1)
    [one] = scene.sampled(campaign)
    reviewer = scene.reviewer(one)
    with scene.as_(reviewer):
        assert not casework.visible_to(reviewer, at=scene.at).filter(pk=one.case_id).exists()
        with pytest.raises(Hidden):
            supervision.open_review(sampled_id=one.pk, by=reviewer, at=scene.at)
    with scene.as_(scene.bente):
        done(supervision.begin(campaign_id=campaign, by=scene.bente, at=scene.at))
    with scene.as_(reviewer):
        case = casework.find(number=one.case.number, by=reviewer, at=scene.at)
        assert {verb.value for verb in casework.allowed(case=case, by=reviewer, at=scene.at)} >= {"case.see"}
        assert "case.edit" not in casework.allowed(case=case, by=reviewer, at=scene.at)


def test_the_access_ends_with_the_campaigns_last_day_at_the_next_request(scene: Scene) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    reviewer = scene.reviewer(one)
    late = scene.at + timedelta(days=15)
    with scene.as_(reviewer, at=late):
        with pytest.raises(Hidden):
            casework.find(number=one.case.number, by=reviewer, at=late)
        with pytest.raises(Hidden):
            supervision.open_review(sampled_id=one.pk, by=reviewer, at=late)
    with scene.as_(scene.bente, at=late):
        until = (late + timedelta(days=7)).date()
        done(supervision.extend(campaign_id=campaign, until=until, by=scene.bente, at=late))
    with scene.as_(reviewer, at=late + timedelta(minutes=1)):
        assert supervision.open_review(sampled_id=one.pk, by=reviewer, at=late + timedelta(minutes=1)).pk == one.pk


@pytest.mark.parametrize("how", ["close", "cancel"])
def test_the_access_ends_when_the_campaign_does(scene: Scene, how: str) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    reviewer = scene.reviewer(one)
    later = scene.at + timedelta(minutes=5)
    if how == "close":
        done(scene.review(one))
    with scene.as_(scene.bente, at=later):
        if how == "close":
            done(supervision.close(campaign_id=campaign, learning="", by=scene.bente, at=later))
        else:
            done(supervision.cancel(campaign_id=campaign, why="Forkert periode.", by=scene.bente, at=later))
    with scene.as_(reviewer, at=later), pytest.raises(Hidden):
        casework.find(number=one.case.number, by=reviewer, at=later)
    with scene.as_(scene.bente, at=later):
        kinds = [one.kind for one in casework.happenings(case_id=one.case_id)]
        assert kinds[0] == "supervision.ended"
        assert not casework.chain_faults(case_id=one.case_id)


def test_a_sealed_case_is_counted_and_never_drawn(scene: Scene) -> None:
    scene.more_cases(3)
    with scene.everything():
        casework.Case.objects.filter(pk=scene.cases[-1]).update(sealed=True)
    campaign = scene.drawn(size=50)
    with scene.as_(scene.bente):
        row = supervision.find_led(campaign_id=campaign, by=scene.bente)
    assert (row.population, row.sealed_out) == (3, 1)
    assert scene.cases[-1] not in {one.case_id for one in scene.sampled(campaign)}


def test_sealed_cases_of_other_units_are_not_even_counted(scene: Scene) -> None:
    with scene.everything():
        casework.Case.objects.filter(pk=scene.cases[0]).update(sealed=True)
    other = scene.world.employee("Grethe", unit="ydelsesteamet")
    with scene.as_(other):
        frame = supervision.Frame(
            case_types=("sel-85",),
            units=frozenset({scene.world.units["voksenteamet"].pk}),
            starts=scene.new().starts,
            ends=scene.new().ends,
            divided_by=(),
            reviewers=frozenset({scene.ravn.id}),
        )
        assert supervision.pool(frame, by=other, at=scene.at).sealed_out == 0


def test_a_campaign_over_units_that_one_does_not_lead_is_hidden(scene: Scene) -> None:
    campaign = scene.running()
    for stranger in (scene.karen, scene.ravn):
        with scene.as_(stranger), pytest.raises(Hidden):
            supervision.find_led(campaign_id=campaign, by=stranger)
    with scene.as_(scene.bente):
        other = scene.world.units["ydelsesteamet"].pk
        refused = supervision.make(new=scene.new(units=(other,)), by=scene.bente, at=scene.at)
        assert isinstance(refused, Refusal)
    with scene.as_(scene.karen), pytest.raises(Hidden):
        supervision.make(new=scene.new(), by=scene.karen, at=scene.at)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"title": " "}, "incomplete"),
        ({"case_types": ()}, "incomplete"),
        ({"reviewers": ()}, "incomplete"),
        ({"size": 0}, "incomplete"),
        ({"divided_by": ("weather",)}, "incomplete"),
        ({"ends": "starts"}, "backwards"),
        ({"review_until": "starts"}, "time_up"),
    ],
)
def test_what_cannot_be_a_campaign_is_refused(scene: Scene, changes: dict[str, object], code: str) -> None:
    starts = scene.new().starts
    values = {name: starts if value == "starts" else value for name, value in changes.items()}
    with scene.as_(scene.bente):
        refused = supervision.make(new=scene.new(**values), by=scene.bente, at=scene.at)
    assert isinstance(refused, Refusal)
    assert refused.code == f"supervision.{code}"


def test_a_sample_smaller_than_its_groups_says_how_many_are_needed(scene: Scene) -> None:
    scene.more_cases(2)
    campaign = scene.made(size=1, divided_by=("outcome",))
    with scene.as_(scene.bente):
        refused = supervision.draw(campaign_id=campaign, by=scene.bente, at=scene.at)
    assert refused is not None
    assert "mindst 2 sager" in refused.text.da


def test_grants_of_a_campaign_are_told_from_others(scene: Scene) -> None:
    campaign = scene.running(size=1)
    [one] = scene.sampled(campaign)
    with scene.everything():
        grant = Grant.objects.get(case_id=one.case_id, ground=Ground.SUPERVISION)
    assert grant.subject == f"employee:{one.reviewer_id}"
    assert grant.ends is not None


def test_who_may_not_close_early_is_told_why(scene: Scene) -> None:
    campaign = scene.running(size=1)
    with scene.as_(scene.bente):
        refused = supervision.close(campaign_id=campaign, learning="", by=scene.bente, at=scene.at)
        assert refused is not None
        assert refused.code == "supervision.not_reviewed"
        without = supervision.cancel(campaign_id=campaign, why=" ", by=scene.bente, at=scene.at)
        assert without is not None
        assert without.code == "supervision.no_reason"
