"""Sharing by themes: the receiver reads the chosen ones and nothing else, until the sharing ends."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from tests.apps.coordination.household import Household

from borgerfokus.apps.assessment import service as assessment
from borgerfokus.apps.casework.models import Case
from borgerfokus.apps.coordination import service as coordination
from borgerfokus.apps.coordination.models import Sharing
from borgerfokus.apps.journal.models import EntryText
from borgerfokus.core.assessment import SourceKind, ThemeContent
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.coordination.sharing import Part, Wanted
from borgerfokus.foundation.access.actor import Actor

pytestmark = pytest.mark.django_db
CARE = ThemeContent("Jeg glemmer at spise.", "", "Køleskabet var tomt.", SourceKind.VISIT, "", 3, 1)
SOCIAL = ThemeContent("Jeg ser ingen.", "", "Ringer ikke til nogen.", SourceKind.VISIT, "")


def assess(home: Household) -> None:
    themes = [assessment.NewTheme("self-care", 0, CARE), assessment.NewTheme("social", 0, SOCIAL)]
    with home.as_(home.karen):
        assert assessment.save_themes(case_id=home.support.pk, themes=themes, by=home.karen, at=home.at) is None


def share(home: Household, *themes: str, parts: tuple[Part, ...] = (Part.THEMES,)) -> Refusal | None:
    wanted = Wanted("consent", frozenset(parts), "Fælles plan.", "Sagt i telefonen.", frozenset(themes))
    new = coordination.NewSharing(
        wanted=wanted, until=home.at.date() + timedelta(days=90), unit=home.world.units["ydelsesteamet"].pk
    )
    with home.as_(home.karen):
        return coordination.share(case_id=home.support.pk, new=new, by=home.karen, at=home.at)


def seen(home: Household, by: Actor) -> list[str]:
    with home.as_(by):
        known = coordination.known_of(citizen_id=home.citizen.id, by=by, at=home.at)
        return [one.own_words for one in coordination.shared_themes(known=known, at=home.at)]


def test_the_chosen_theme_is_read_and_no_other(home: Household) -> None:
    assess(home)
    assert seen(home, home.sara) == []
    assert share(home, "self-care") is None
    assert seen(home, home.sara) == ["Jeg glemmer at spise."]
    with home.as_(home.sara):
        assert not Case.objects.filter(pk=home.support.pk).exists()
        assert not assessment.ThemeAssessment.objects.exists()
    assert seen(home, home.karen) == []


def test_it_is_what_the_assessment_says_when_it_is_looked_at(home: Household) -> None:
    assess(home)
    share(home, "self-care")
    newer = ThemeContent("Nu spiser jeg.", "", "Fyldt køleskab.", SourceKind.VISIT, "", 1, 1)
    with home.as_(home.karen):
        news = [assessment.NewTheme("self-care", 1, newer)]
        assert assessment.save_themes(case_id=home.support.pk, themes=news, by=home.karen, at=home.at) is None
    assert seen(home, home.sara) == ["Nu spiser jeg."]


def test_it_ends_with_the_sharing_and_a_sealed_case_shows_nothing(home: Household) -> None:
    assess(home)
    share(home, "self-care")
    with home.as_system():
        Case.objects.filter(pk=home.support.pk).update(sealed=True)
    with home.as_(home.sara):
        known = coordination.Known(home.citizen.id, (), ())
        assert coordination.shared_themes(known=known, at=home.at) == ()
    with home.as_system():
        Case.objects.filter(pk=home.support.pk).update(sealed=False)
    with home.as_(home.citizen):
        number = Sharing.objects.latest("pk").pk
        assert coordination.withdraw_sharing(sharing_id=number, by=home.citizen, at=home.at) is None
    with home.as_(home.sara):
        assert coordination.shared_themes(known=known, at=home.at) == ()


def test_the_citizen_is_told_which_themes(home: Household) -> None:
    assess(home)
    share(home, "self-care")
    with home.as_system():
        bodies = " ".join(EntryText.objects.filter(entry__case=home.support).values_list("body", flat=True))
    assert "Udvalgte temaer af udredningen: Egenomsorg" in bodies


@pytest.mark.parametrize(
    ("themes", "parts", "code"),
    [
        ((), (Part.THEMES,), "sharing_themes"),
        (("self-care",), (Part.COURSE,), "sharing_themes"),
        (("no-such-theme",), (Part.THEMES,), "sharing_other_frame"),
    ],
)
def test_themes_and_the_part_go_together(
    home: Household, themes: tuple[str, ...], parts: tuple[Part, ...], code: str
) -> None:
    refused = share(home, *themes, parts=parts)
    assert refused is not None
    assert refused.code == code


@pytest.mark.parametrize(("parts", "themes"), [(["themes"], []), (["course"], ["self-care"])])
def test_the_database_holds_the_two_together(home: Household, parts: list[str], themes: list[str]) -> None:
    share(home, "self-care")
    with pytest.raises(IntegrityError), home.as_system():
        Sharing.objects.update(parts=parts, themes=themes)
