"""Somebody else reads what goes against the citizen: never who wrote it, and never a text that changed since."""

import pytest
from django.db import IntegrityError, transaction
from tests.apps.decisions.scene import Scene

from borgerfokus.apps.casework.models import Task
from borgerfokus.apps.decisions import service as decisions
from borgerfokus.apps.decisions.models import Decision
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.access.hidden import Hidden


@pytest.fixture
def draft_id(scene: Scene) -> int:
    """A finished draft of a partial refusal."""
    scene.exempt()
    return scene.draft()


def ask(scene: Scene, draft_id: int, approver: int | None) -> int | Refusal:
    """Karen asks somebody to read."""
    with scene.as_(scene.karen):
        return decisions.send_to_approval(
            decision_id=draft_id, version=scene.version_in(draft_id), approver=approver, by=scene.karen, at=scene.at
        )


def approve(scene: Scene, draft_id: int, by: Actor, version: int | None = None) -> int | Refusal:
    """Somebody approves."""
    with scene.as_(by):
        seen = scene.version_in(draft_id) if version is None else version
        return decisions.approve(decision_id=draft_id, version=seen, by=by, at=scene.at)


def test_the_leader_is_asked_when_nobody_is_named_and_gets_a_task(scene: Scene, draft_id: int) -> None:
    assert isinstance(ask(scene, draft_id, None), int)
    with scene.as_(scene.bente):
        assert Task.objects.get(kind="approve", done_at__isnull=True).employee_id == scene.bente.id
        assert decisions.to_approve(by=scene.bente, at=scene.at) == (draft_id,)
    assert isinstance(approve(scene, draft_id, scene.bente), int)
    with scene.as_(scene.bente):
        assert not Task.objects.filter(kind="approve", done_at__isnull=True).exists()
        assert decisions.standing_of(case=scene.case, at=scene.at).approved is True


def test_the_caseworker_cannot_approve_and_cannot_be_asked(scene: Scene, draft_id: int) -> None:
    refused = ask(scene, draft_id, scene.karen.id)
    assert isinstance(refused, Refusal)
    assert refused.code == "own_decision"
    ask(scene, draft_id, scene.bente.id)
    with pytest.raises(Hidden):
        approve(scene, draft_id, scene.karen)


def test_only_who_may_approve_in_the_unit_is_asked(scene: Scene, draft_id: int) -> None:
    plain = scene.world.employee("Jonas")
    elsewhere = scene.world.employee("Ida", unit="visitation", role=Role.TEAM_LEADER, leads=True)
    for colleague in (plain, elsewhere):
        refused = ask(scene, draft_id, colleague.id)
        assert isinstance(refused, Refusal)
        assert refused.code == "no_approver"


def test_a_leader_who_wrote_in_it_cannot_approve(scene: Scene, draft_id: int) -> None:
    with scene.as_(scene.bente):
        view = decisions.decision_of(decision_id=draft_id, by=scene.bente, at=scene.at)
        content = decisions.DraftContent(
            outcome=view.outcome,
            applied_for=view.applied_for,
            granted="støtte 3 timer om ugen",
            refused=view.refused,
            starts=view.period.start if view.period else None,
            ends=None,
            provider=view.provider,
            rules=view.reasons.rules,
            considerations=view.reasons.considerations,
            facts=view.reasons.facts,
        )
        decisions.save_draft(decision_id=draft_id, version=view.version, content=content, by=scene.bente, at=scene.at)
    refused = ask(scene, draft_id, scene.bente.id)
    assert isinstance(refused, Refusal)
    assert refused.code == "own_decision"


def test_what_is_saved_after_approval_must_be_read_again(scene: Scene, draft_id: int) -> None:
    scene.approved(draft_id)
    with scene.as_(scene.karen):
        view = decisions.decision_of(decision_id=draft_id, by=scene.karen, at=scene.at)
        content = decisions.DraftContent(
            outcome=view.outcome,
            applied_for=view.applied_for,
            granted="støtte 1 time om ugen",
            refused=view.refused,
            starts=view.period.start if view.period else None,
            ends=None,
            provider=view.provider,
            rules=view.reasons.rules,
            considerations=view.reasons.considerations,
            facts=view.reasons.facts,
        )
        decisions.save_draft(decision_id=draft_id, version=view.version, content=content, by=scene.karen, at=scene.at)
    refusal = scene.issue(draft_id)
    assert isinstance(refusal, Refusal)
    assert refusal.code == "not_approved"


def test_approving_an_older_text_is_refused(scene: Scene, draft_id: int) -> None:
    asked = ask(scene, draft_id, scene.bente.id)
    assert isinstance(asked, int)
    refused = approve(scene, draft_id, scene.bente, version=asked - 1)
    assert isinstance(refused, Refusal)
    assert refused.code == "edit.conflict"


def test_a_returned_decision_comes_back_as_a_task_with_the_reason(scene: Scene, draft_id: int) -> None:
    asked = ask(scene, draft_id, scene.bente.id)
    assert isinstance(asked, int)
    with scene.as_(scene.bente):
        empty = decisions.return_with_reason(
            decision_id=draft_id, version=asked, reason=" ", by=scene.bente, at=scene.at
        )
        assert isinstance(empty, Refusal)
        done = decisions.return_with_reason(
            decision_id=draft_id, version=asked, reason="Svar på det, han skrev.", by=scene.bente, at=scene.at
        )
        assert isinstance(done, int)
    with scene.as_(scene.karen):
        assert Task.objects.get(kind="decision_returned").employee_id == scene.karen.id
        view = decisions.decision_of(decision_id=draft_id, by=scene.karen, at=scene.at)
        assert (view.state, view.returned_reason) == ("returned", "Svar på det, han skrev.")
    assert isinstance(scene.issue(draft_id), Refusal)


def test_an_unfinished_letter_is_not_sent_to_be_read(scene: Scene) -> None:
    scene.exempt()
    draft_id = scene.draft(Outcome.PARTLY, refused="")
    refused = ask(scene, draft_id, scene.bente.id)
    assert isinstance(refused, Refusal)
    assert refused.code == "letter_invalid"


def test_sabotage_the_database_too_refuses_who_wrote_it(scene: Scene, draft_id: int) -> None:
    with scene.as_(scene.karen), pytest.raises(IntegrityError), transaction.atomic():
        Decision.objects.filter(pk=draft_id).update(approver_id=scene.karen.id)
