"""Obtaining facts: contradictions, themes, parts, leave to ask others, other units and partners, and the chase."""

from datetime import date, datetime, timedelta

import pytest
from tests.factories.world import World
from tests.web.citizen.scene import Scene, make

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.models import Consent, Evidence, FactRequest
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Consultation, Task
from borgerfokus.apps.journal.models import Entry
from borgerfokus.core.assessment import SourceKind, ThemeContent
from borgerfokus.core.casework.casetype import Source
from borgerfokus.core.casework.obtaining import Standing
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.casework.sufficiency import FactStatus
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.models import Grant


@pytest.fixture
def scene(world: World) -> Scene:
    return make(world)


def known(value: str, at: datetime, **more: object) -> assessment.Known:
    return assessment.Known(kind="note", value=value, source="samtale", as_of=at.date(), **more)  # type: ignore[arg-type]


def status(scene: Scene, fact: str) -> FactStatus:
    with scene.as_(scene.karen):
        case = Case.objects.select_related("type_version").get(pk=scene.case.pk)
        rows = assessment.of_case(case=case, at=scene.at).result.rows
    return next(row.status for row in rows if row.key == fact)


def act(scene: Scene, what: object, **given: object) -> object:
    with scene.as_(scene.karen):
        return what(case_id=scene.case.pk, by=scene.karen, at=scene.at, **given)  # type: ignore[operator]


def ask(scene: Scene, source: Source, *facts: str, unit: int | None = None, whom: str = "Lægerne") -> object:
    wanted = assessment.Ask(facts, source, whom, scene.at.date() + timedelta(days=14), pause=False, unit=unit)
    return act(scene, assessment.ask, ask=wanted)


def test_two_that_say_different_things_stop_the_case_until_it_is_settled(scene: Scene) -> None:
    assert isinstance(act(scene, assessment.contradict, fact="O6", known=known("x", scene.at)), Refusal)
    assert act(scene, assessment.record, fact="O6", known=known("Sygemeldt", scene.at)) is None
    assert act(scene, assessment.contradict, fact="O6", known=known("I praktik", scene.at)) is None
    assert status(scene, "O6") is FactStatus.CONTRADICTED
    for refused in (
        act(scene, assessment.record, fact="O6", known=known("Noget tredje", scene.at)),
        act(scene, assessment.rule_out, fact="O6", reason="Ikke nødvendig"),
        act(scene, assessment.reopen, fact="O6"),
    ):
        assert isinstance(refused, Refusal)
        assert refused.code == "fact.settle_first"
    with scene.as_(scene.karen):
        other = Evidence.objects.get(case=scene.case, contradicts__isnull=False)
    assert isinstance(act(scene, assessment.settle, fact="O6", kept=other.pk, why=" "), Refusal)
    assert act(scene, assessment.settle, fact="O6", kept=other.pk, why="Jobcentret har set aftalen.") is None
    with scene.as_(scene.karen):
        held = Evidence.objects.get(case=scene.case, fact="O6", ended_at__isnull=True)
        (aside,) = assessment.history_of(case_id=scene.case.pk, fact="O6")
    assert (held.value, held.contradicts_id) == ("I praktik", None)
    assert (aside.value, aside.settled_why) == ("Sygemeldt", "Jobcentret har set aftalen.")
    assert status(scene, "O6") is FactStatus.MET


def test_what_is_known_in_part_is_not_enough(scene: Scene) -> None:
    act(scene, assessment.record, fact="O4", known=known("Har en søster", scene.at, complete=False))
    assert status(scene, "O4") is FactStatus.PARTIAL


def test_a_theme_of_an_assessment_that_began_again_must_be_confirmed(scene: Scene) -> None:
    content = ThemeContent(
        own_words="Rodet hober sig op.", observed="Rodet", source=SourceKind.VISIT, level_now=2, level_expected=1
    )
    new = assessment.NewTheme(theme="chores", version=0, content=content)
    assert act(scene, assessment.save_themes, themes=[new]) is None
    with scene.as_(scene.karen):
        row = assessment.ThemeAssessment.objects.get(case=scene.case)
    on_theme = known("Klarer ikke rengøring", scene.at, theme_id=row.pk)
    assert act(scene, assessment.record, fact="O7", known=on_theme) is None
    assert status(scene, "O7") is FactStatus.MET
    act(scene, assessment.begin_round)
    assert status(scene, "O7") is FactStatus.TO_CONFIRM
    with pytest.raises(Hidden):
        act(scene, assessment.record, fact="O7", known=on_theme)


def test_a_doctor_is_asked_when_the_citizen_says_yes(scene: Scene) -> None:
    assert ask(scene, Source.DOCTOR, "O11", "O2") is None
    assert status(scene, "O11") is FactStatus.WITH_CITIZEN
    with scene.as_(scene.karen):
        task = Task.objects.get(case=scene.case, kind="consent")
        request = FactRequest.objects.filter(case=scene.case)[0]
        assert Entry.objects.filter(case=scene.case, texts__title__startswith="Vi beder om").count() == 0
        with pytest.raises(Hidden):
            assessment.remind(request_id=request.pk, by=scene.karen, at=scene.at)
    with scene.as_(scene.mads):
        assessment.answer_consent(task_id=task.pk, given=True, by=scene.mads, at=scene.at)
        with pytest.raises(Hidden):
            assessment.answer_consent(task_id=task.pk, given=True, by=scene.mads, at=scene.at)
    assert status(scene, "O11") is FactStatus.WITH_OTHER
    with scene.as_(scene.karen):
        (letter,) = Entry.objects.filter(case=scene.case, texts__title="Vi beder om oplysninger: Lægerne")
        assert set(FactRequest.objects.values_list("letter_entry_id", flat=True)) == {letter.pk}
        assert Task.objects.get(pk=task.pk).done_at is not None


def test_a_no_is_a_no_and_asks_nobody(scene: Scene) -> None:
    ask(scene, Source.SCHOOL, "O6")
    with scene.as_(scene.karen):
        task = Task.objects.get(case=scene.case, kind="consent")
    with scene.as_(scene.mads):
        assessment.answer_consent(task_id=task.pk, given=False, by=scene.mads, at=scene.at)
    with scene.as_(scene.karen):
        assert assessment.open_requests(case_id=scene.case.pk) == []
        assert not Entry.objects.filter(case=scene.case, texts__title__startswith="Vi beder om").exists()


def test_leave_taken_back_ends_what_is_asked_on_it(scene: Scene) -> None:
    leave = assessment.ConsentAnswer(given=True, how="På papir")
    assert act(scene, assessment.record_consent, source=Source.DOCTOR, answer=leave) is None
    assert isinstance(act(scene, assessment.record_consent, source=Source.DOCTOR, answer=leave), Refusal)
    ask(scene, Source.DOCTOR, "O11")
    with scene.as_(scene.mads):
        consent = Consent.objects.get(case=scene.case)
        assessment.withdraw_consent(consent_id=consent.pk, by=scene.mads, at=scene.at)
    with scene.as_(scene.karen):
        assert assessment.open_requests(case_id=scene.case.pk) == []


def test_another_unit_is_consulted_and_its_answer_is_the_answer(scene: Scene) -> None:
    unit = scene.world.units["visitation"]
    assert isinstance(ask(scene, Source.UNIT, "O5"), Refusal)
    assert ask(scene, Source.UNIT, "O5", unit=unit.pk) is None
    vibeke = scene.world.employee("Vibeke", unit="visitation")
    with scene.as_(scene.karen):
        asked = Consultation.objects.get(case=scene.case)
    with scene.as_(vibeke):
        casework.answer_consultation(consultation_id=asked.pk, text="Vi har set fremgang.", by=vibeke, at=scene.at)
    with scene.as_(scene.karen):
        request = FactRequest.objects.get(case=scene.case)
        assert request.answered_at == scene.at
        assert request.answer_entry is not None
        assert request.answer_entry.texts.get().title == "Svar fra Visitation"


def test_a_partner_sees_the_case_for_a_time(scene: Scene) -> None:
    unit = scene.world.units["nabosund-hjaelpemidler"]
    assert isinstance(ask(scene, Source.UNIT, "O5", unit=unit.pk), Refusal)
    assert ask(scene, Source.PARTNER, "O6", unit=unit.pk) is None
    with scene.as_(scene.karen):
        grant = Grant.objects.get(case_id=scene.case.pk, ground="partner")
    assert (grant.subject, grant.ends.date()) == (f"unit:{unit.pk}", date(2026, 12, 14))


def test_the_chase_shows_my_late_ones_first(scene: Scene) -> None:
    ask(scene, Source.CITIZEN, "O10", whom="Mads")
    later = scene.at + timedelta(days=20)
    with scene.as_(scene.karen):
        (one,) = assessment.outstanding(by=scene.karen, at=later)
        assert one.standing is Standing.LATE
        assert assessment.outstanding(by=scene.karen, at=later, source=Source.DOCTOR) == []
        assessment.withdraw(request_id=one.request.pk, by=scene.karen, at=scene.at)
        assert assessment.outstanding(by=scene.karen, at=later) == []
        assert not Task.objects.filter(case=scene.case, kind="fact", done_at__isnull=True).exists()
    stranger = scene.world.employee("Ida", unit="ydelsesteamet")
    with scene.as_(stranger):
        assert assessment.outstanding(by=stranger, at=later, mine=False) == []
