"""What `tests.access.generated` (seed 2026-11-28) found to answer 500, each as small as it could be made."""

from datetime import datetime

import pytest
from django.contrib.messages import get_messages
from django.test import Client, RequestFactory
from django.urls import reverse
from django.utils import timezone
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.booking import service as booking
from borgerfokus.core.access import Role
from borgerfokus.foundation.login import guards
from borgerfokus.foundation.login.middleware import _too_long_ago
from borgerfokus.foundation.organisation.models import Responsibility
from borgerfokus.web.keys import key_of
from borgerfokus.web.staff.acts.moving import PauseForm


@pytest.fixture
def now() -> datetime:
    """Pages read the clock themselves."""
    return timezone.now()


@pytest.fixture
def admin(world: World, client: Client) -> Client:
    log_in(client, world.employee("Ada", role=Role.ADMINISTRATOR), at=world.at)
    return client


def test_a_unit_is_given_no_responsibility_for_nothing(world: World, admin: Client) -> None:
    """Number 19950."""
    before = Responsibility.objects.count()
    for key in ("", "findes-ikke"):
        answer = admin.post(reverse("admin:answer_for"), {"unit": next(iter(world.units.values())).pk, "key": key})
        assert answer.status_code == 302
        assert "Vælg, hvilken slags sager" in str(list(get_messages(answer.wsgi_request))[-1])
    assert Responsibility.objects.count() == before


def test_a_reason_named_by_a_sign_alone_has_an_address(admin: Client) -> None:
    """Number 20472."""
    typed = {"title": "*", "title_en": "*", "minutes": "45", "buffer": "15", "notice_hours": "24", "horizon_days": "60"}
    answer = admin.post(reverse("admin:reason-new"), {**typed, "places": "phone", "group_size": "1", "number": "1"})
    assert answer.status_code == 302
    assert answer.headers["Location"] == reverse("admin:reason", args=["emne-"])
    assert booking.versions(key="emne-")[0].title == "*"


@pytest.mark.parametrize(
    ("name", "key"), [("Ændret på øen", "aendret-paa-oeen"), ("Nyt", "emne-nyt"), ("…", "emne-"), ("a" * 90, "a" * 60)]
)
def test_a_name_as_an_address(name: str, key: str) -> None:
    assert key_of(name, kind="emne") == key


def test_a_review_of_no_number_is_not_found(world: World, client: Client) -> None:
    """Number 43649."""
    log_in(client, world.employee("Lis", role=Role.CASEWORKER, leads=True), at=world.at)
    assert client.post(reverse("management:emergencies"), {"grant": "da"}).status_code == 404


def test_a_case_waits_for_somebody_with_a_name() -> None:
    """Number 19516."""
    field = PauseForm.base_fields["name"]
    assert not field.required
    assert "clean" in vars(PauseForm)


def test_a_body_that_only_the_api_reads_is_left_for_it() -> None:
    """Number 24089: where no act asks for a fresh login, nobody looks for one in the body."""
    request = RequestFactory().post("/api/v1/cases", {"a": "b"})
    _too_long_ago(request, guards.API)  # type: ignore[arg-type]
    assert request.body.startswith(b"--")
