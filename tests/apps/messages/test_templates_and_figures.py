"""Templates in versions by unit and municipality, and the figures of a unit's answers."""

from datetime import timedelta

import pytest
from tests.apps.messages.correspondence import Correspondence

from borgerfokus.apps.messages import service as messages
from borgerfokus.apps.messages.actions import publishing
from borgerfokus.core.access import Role
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.people import queries as people

pytestmark = pytest.mark.django_db
WORDS = "Hej {navn}. Tak for din besked i sag {sag}. Hilsen {sagsbehandler}"


def content(there: Correspondence, body: str = WORDS, *, all_units: bool = False) -> messages.TemplateContent:
    unit = None if all_units else there.case.unit_id
    return messages.TemplateContent(title="Kvittering", body=body, unit=unit)


def test_a_template_is_kept_in_versions_and_filled_in(there: Correspondence) -> None:
    with there.as_(there.leader) as at:
        key = messages.add_template(content=content(there), by=there.leader, at=at)
        assert isinstance(key, str)
        changed = content(there, WORDS + " fra {enhed}")
        assert messages.change_template(key=key, number=1, content=changed, by=there.leader, at=at) is None
        late = messages.change_template(key=key, number=1, content=changed, by=there.leader, at=at)
        assert isinstance(late, Refusal)
        assert [row.number for row in messages.template_versions(key=key, by=there.leader)] == [2, 1]
    with there.as_(there.karen):
        row = messages.templates_for(case=there.case)[0]
        card = people.card(there.citizen.id, case_id=there.case.pk)
        words = messages.begun_from(row=row, case=there.case, citizen=card, by=there.karen)
    assert words.startswith(f"Hej Mads. Tak for din besked i sag {there.case.number}. Hilsen Karen fra ")


def test_what_is_out_of_use_is_not_offered_and_comes_back(there: Correspondence) -> None:
    with there.as_(there.leader) as at:
        key = messages.add_template(content=content(there), by=there.leader, at=at)
        assert isinstance(key, str)
        messages.retire_template(key=key, retired=True, by=there.leader, at=at)
        assert messages.templates_for(case=there.case) == []
        messages.retire_template(key=key, retired=False, by=there.leader, at=at)
        assert len(messages.templates_for(case=there.case)) == 1


def test_who_leads_keeps_the_units_and_who_writes_letters_the_municipalitys(there: Correspondence) -> None:
    with there.as_(there.karen) as at, pytest.raises(Hidden):
        messages.add_template(content=content(there), by=there.karen, at=at)
    with there.as_(there.leader) as at, pytest.raises(Hidden):
        messages.add_template(content=content(there, all_units=True), by=there.leader, at=at)
    clerk = there.world.employee("Anna", unit="fjordby", role=Role.ADMINISTRATOR)
    with there.as_(clerk) as at:
        assert isinstance(messages.add_template(content=content(there, all_units=True), by=clerk, at=at), str)


def test_a_word_that_nothing_is_filled_in_for_is_told(there: Correspondence) -> None:
    with there.as_(there.leader) as at:
        refusal = messages.add_template(content=content(there, "Hej {nvan}"), by=there.leader, at=at)
    assert isinstance(refusal, Refusal)
    assert "{nvan}" in refusal.text.da


def test_the_leader_sees_how_quickly_the_unit_answers_and_what_is_late(there: Correspondence) -> None:
    for days in (0, 30):
        number = there.ask(days=0)
        assert there.write(number, "Svar.", by=there.karen, days=days) is None
    there.ask()
    with there.as_(there.leader, days=60) as at:
        found = messages.answer_times(unit_ids=[there.case.unit_id], by=there.leader, at=at)[there.case.unit_id]
    assert (found.times.answers, found.times.share, found.waiting, found.late) == (2, 0.5, 1, 1)
    with there.as_(there.stranger, days=60) as at:
        none = messages.answer_times(unit_ids=[there.case.unit_id], by=there.stranger, at=at)[there.case.unit_id]
    assert (none.times.answers, none.waiting) == (0, 0)


def test_few_answers_are_not_told_in_public_and_a_release_is_frozen(there: Correspondence) -> None:
    for _time in range(2):
        assert there.write(there.ask(), "Svar.", by=there.karen) is None
    with there.as_system():
        later = there.at + timedelta(days=60)
        assert messages.publish_answers(at=later, day=later.date())
        assert not messages.publish_answers(at=later, day=later.date())
        assert messages.newest_answers() is None, "two answers tell of two people"


@pytest.mark.parametrize("many", [False, True])
def test_many_answers_are_told_rounded_and_never_those_to_one_citizen(
    there: Correspondence, monkeypatch: pytest.MonkeyPatch, everybody_counts_once: None, many: bool
) -> None:
    """How many citizens are enough is held in `tests/core`; here all are to one, or to one who counts for many."""
    if many:
        monkeypatch.setattr(publishing, "is_few", lambda **_size: False)
        monkeypatch.setattr(publishing, "weight_of", lambda person: 12)
    for _time in range(12):
        assert there.write(there.ask(), "Svar.", by=there.karen) is None
    with there.as_system():
        later = there.at + timedelta(days=60)
        messages.publish_answers(at=later, day=later.date())
        figure = messages.newest_answers()
    if not many:
        assert figure is None
        return
    assert figure is not None
    assert (figure.quarter, figure.percent) == ("2026Q4", 100)
    assert figure.answers in {10, 15}


def test_the_case_keeps_the_nearest_promise_among_its_dates(there: Correspondence) -> None:
    first, second = there.ask(), there.ask(days=3)
    with there.as_system():
        there.case.refresh_from_db()
        assert messages.message_due(there.case) == there.thread_due(first)
    assert there.write(first, "Svar.", by=there.karen, days=3) is None
    with there.as_system():
        there.case.refresh_from_db()
        assert messages.message_due(there.case) == there.thread_due(second)
    assert there.write(second, "Svar.", by=there.karen, days=3) is None
    with there.as_system():
        there.case.refresh_from_db()
        assert messages.message_due(there.case) is None
