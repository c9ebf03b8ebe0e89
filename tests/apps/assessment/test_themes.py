"""Themes of an assessment: saved in versions, confirmed again, never carried forward by themselves."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext
from tests.factories.world import World

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.assessment.actions import theming
from borgerfokus.apps.assessment.models import ThemeAssessment
from borgerfokus.apps.assessment.service import CaseThemes, NewTheme
from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, CaseTypeVersion, Event
from borgerfokus.apps.journal import service as journal
from borgerfokus.core.assessment import SourceKind, Standing, ThemeContent
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.hidden import Hidden
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.classifications import service as classifications
from borgerfokus.foundation.classifications.models import System
from borgerfokus.foundation.classifications.service import NewCode

CARE = ThemeContent(
    own_words="Jeg glemmer at spise.",
    observed="Køleskabet var tomt.",
    source=SourceKind.VISIT,
    resources="Søsteren kommer om søndagen.",
    level_now=3,
    level_expected=1,
    subthemes=("eat",),
)


@dataclass
class Stage:
    """Karen works on the case of Mads."""

    world: World
    citizen: Actor
    karen: Actor
    case: Case
    at: datetime

    @contextmanager
    def as_(self, actor: Actor | None = None) -> Iterator[None]:
        actor = actor or self.karen
        purpose = Purpose.OWN_CASE if actor.is_citizen else Purpose.CASEWORK
        with acting_as(actor, purpose=purpose, at=self.at):
            yield

    def save(
        self, theme: str = "self-care", content: ThemeContent = CARE, *, version: int = 0, entry: int | None = None
    ) -> Refusal | None:
        new = NewTheme(theme=theme, version=version, content=content, entry_id=entry)
        with self.as_():
            return assessment.save_themes(case_id=self.case.pk, themes=[new], by=self.karen, at=self.at)

    def confirm(self, theme: str = "self-care") -> Refusal | None:
        with self.as_():
            return assessment.confirm_theme(case_id=self.case.pk, theme=theme, by=self.karen, at=self.at)

    def begin(self) -> Refusal | None:
        with self.as_():
            return assessment.begin_round(case_id=self.case.pk, by=self.karen, at=self.at)

    def seen(self, actor: Actor | None = None) -> CaseThemes:
        with self.as_(actor):
            found = assessment.themes_of(case=Case.objects.select_related("type_version").get(pk=self.case.pk))
        assert found is not None
        return found


@pytest.fixture
def stage(world: World, now: datetime) -> Stage:
    karen, citizen = world.employee("Karen"), world.citizen()
    case = world.case(citizen_id=citizen.id, caseworker=karen)
    return Stage(world, citizen, karen, case, now)


def code_of(refusal: Refusal | None) -> str:
    assert refusal is not None
    return refusal.code


def test_each_save_is_a_new_version_and_the_newest_counts(stage: Stage) -> None:
    assert stage.save() is None
    assert stage.save(content=replace(CARE, level_now=2), version=1) is None
    seen = stage.seen()
    row = seen.now("self-care")
    assert row is not None
    assert (row.version, row.level_now, row.own_words, row.by_name) == (2, 2, "Jeg glemmer at spise.", "Karen")
    with stage.as_():
        assert ThemeAssessment.objects.count() == 2
        kinds = list(Event.objects.filter(case=stage.case).order_by("seq").values_list("kind", flat=True))
    assert kinds[-3:] == ["assessment.begun", "theme.assessed", "theme.assessed"]


def test_nothing_is_carried_into_a_new_round_before_it_is_confirmed(stage: Stage) -> None:
    stage.save()
    stage.save("chores", replace(CARE, subthemes=()))
    assert stage.begin() is None
    rows = {row.theme: row for row in stage.seen().profile}
    assert (rows["self-care"].standing, rows["self-care"].now, rows["self-care"].last) == (Standing.EARLIER, None, 3)
    assert stage.confirm() is None
    seen = stage.seen()
    rows = {row.theme: row for row in seen.profile}
    assert (rows["self-care"].standing, rows["self-care"].now, rows["self-care"].expected) == (Standing.CONFIRMED, 3, 1)
    assert rows["chores"].standing is Standing.EARLIER
    copied, before = seen.now("self-care"), seen.earlier("self-care")[0]
    assert copied is not None
    assert copied.confirmed_from_id == before.pk
    assert assessment.content_of(copied) == CARE
    assert stage.save(content=replace(CARE, level_now=2), version=1) is None
    assert {row.theme: row for row in stage.seen().profile}["self-care"].standing is Standing.ASSESSED


def test_only_what_stands_earlier_and_not_now_can_be_confirmed(stage: Stage) -> None:
    assert code_of(stage.begin()) == "assessment.empty"
    assert code_of(stage.confirm()) == "theme.nothing_to_confirm"
    stage.save()
    assert code_of(stage.confirm()) == "theme.nothing_to_confirm"
    stage.begin()
    assert code_of(stage.begin()) == "assessment.empty"
    assert stage.confirm() is None
    assert code_of(stage.confirm()) == "theme.nothing_to_confirm"


def test_an_older_version_does_not_overwrite_a_newer(stage: Stage) -> None:
    stage.save()
    assert code_of(stage.save(content=replace(CARE, observed="Andet"))) == "edit.conflict"
    row = stage.seen().now("self-care")
    assert row is not None
    assert row.observed == CARE.observed


def test_an_unfinished_theme_is_refused_and_nothing_of_the_rest_is_saved(stage: Stage) -> None:
    news = [NewTheme("self-care", 0, CARE), NewTheme("body", 0, CARE)]
    with stage.as_():
        told = assessment.save_themes(case_id=stage.case.pk, themes=news, by=stage.karen, at=stage.at)
        nothing = assessment.save_themes(case_id=stage.case.pk, themes=[], by=stage.karen, at=stage.at)
    assert (code_of(told), code_of(nothing)) == ("theme.unfinished", "theme.nothing")
    assert not stage.seen().is_begun


def test_a_theme_or_entry_from_elsewhere_is_not_there(stage: Stage, world: World) -> None:
    with pytest.raises(Hidden):
        stage.save("skin")
    other = world.case(citizen_id=world.person("Lene", "Overgaard"), caseworker=stage.karen)
    with stage.as_():
        note = journal.NewEntry(title="Samtale", body="Om en anden sag.")
        entry = journal.write_note(case_id=other.pk, note=note, by=stage.karen, at=stage.at)
    assert isinstance(entry, int)
    with pytest.raises(Hidden):
        stage.save(entry=entry)
    stranger = world.employee("Ida", unit="visitation")
    with stage.as_(stranger), pytest.raises(Hidden):
        assessment.begin_round(case_id=stage.case.pk, by=stranger, at=stage.at)
    with stage.as_(stage.citizen), pytest.raises(Hidden):
        assessment.begin_round(case_id=stage.case.pk, by=stage.citizen, at=stage.at)


def test_the_citizen_sees_it_except_what_rests_on_a_withheld_entry(stage: Stage) -> None:
    with stage.as_():
        note = journal.NewEntry(title="Samtale med naboen", body="Det, naboen sagde.")
        entry = journal.write_note(case_id=stage.case.pk, note=note, by=stage.karen, at=stage.at)
        assert isinstance(entry, int)
    stage.save(entry=entry)
    stage.save("chores", replace(CARE, subthemes=()))
    assert stage.seen(stage.citizen).now("self-care") is not None
    with stage.as_():
        why = journal.Withholding("Hensyn til en anden", "forvaltningsloven § 15 b", date(2027, 3, 1))
        assert journal.withhold(entry_id=entry, why=why, by=stage.karen, at=stage.at) is None
    hers = stage.seen(stage.citizen)
    assert (hers.now("self-care"), hers.now("chores") is not None) == (None, True)
    assert stage.seen().now("self-care") is not None
    with stage.as_(stage.world.citizen("Lene", "Overgaard")):
        assert ThemeAssessment.objects.count() == 0


def test_a_saved_version_can_not_be_changed(stage: Stage) -> None:
    stage.save()
    with stage.as_(), pytest.raises(DatabaseError), transaction.atomic():
        ThemeAssessment.objects.update(observed="Noget andet")


def test_the_imported_classification_names_the_themes_and_the_seed_is_the_fallback(stage: Stage) -> None:
    frame = stage.seen().frame
    code = frame.theme("self-care").code
    assert code
    by = system("test")
    with acting_as(by, purpose=Purpose.OPERATION, at=stage.at):
        new = [NewCode(code, "Egenomsorg, ny udgave"), NewCode("another", "Noget helt andet")]
        classifications.replace_edition(system=System.FFB, name="2027", new=new, by=by, at=stage.at)
    named = stage.seen().frame
    assert named.theme("self-care").title.da == "Egenomsorg, ny udgave"
    assert named.theme("self-care").title.en == "Self-care"
    assert named.theme("mobility") == frame.theme("mobility")


def test_a_case_type_without_a_frame_has_no_themes(stage: Stage) -> None:
    with stage.as_():
        case = Case.objects.select_related("type_version").get(pk=stage.case.pk)
        case.type_version = CaseTypeVersion(document=case.type_version.document.replace('frame = "ffb"\n', ""))
        assert assessment.themes_of(case=case) is None


def test_reading_takes_as_many_queries_whatever_stands_there(stage: Stage) -> None:
    counts = []
    for rounds in range(3):
        for theme in ("self-care", "chores", "mobility")[: rounds + 1]:
            stage.save(theme, replace(CARE, subthemes=()))
        with stage.as_():
            case = casework.find(number=stage.case.number, by=stage.karen, at=stage.at)
            with CaptureQueriesContext(connection) as read:
                found = assessment.themes_of(case=case)
                assert found is not None
                assert len(found.profile) == 11
                assert [found.earlier(theme.key) for theme in found.frame.themes]
        counts.append(len(read))
        stage.begin()
    assert len(set(counts)) == 1
    assert counts[0] <= 4


def test_without_the_check_of_versions_the_newer_would_be_overwritten(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Sabotage: the promise is held by the comparison of versions, and by the database when that is taken away."""
    stage.save()
    monkeypatch.setattr(theming, "_refused", lambda _there, _new: None)
    with pytest.raises(IntegrityError):
        stage.save(content=replace(CARE, observed="Andet"))
    row = stage.seen().now("self-care")
    assert row is not None
    assert row.observed == CARE.observed
