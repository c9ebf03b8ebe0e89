"""The page of one's own reminders: choose, see what would be said, end by a button, or by the link in an e-mail."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from tests.apps.messages.correspondence import Correspondence, correspondence
from tests.factories.world import World
from tests.web.staff.forms import act, text

from borgerfokus.apps.reminders import jobs
from borgerfokus.apps.reminders import service as reminders
from borgerfokus.apps.reminders.models import StaffReminder
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.organisation.models import Employee

pytestmark = pytest.mark.django_db
LogIn = Callable[[Actor], Client]
HERE = "/sag/paamindelser/"


@pytest.fixture
def there(world: World) -> Correspondence:
    """A citizen with a case that Karen has."""
    return correspondence(world)


def test_chosen_shown_changed_and_ended(there: Correspondence, as_: LogIn) -> None:
    there.ask()
    karen = as_(there.karen)
    refused = act(karen, HERE, "choose", about=["messages"], rhythm="daily")
    assert refused.status_code == 422
    assert "Du har ingen e-mailadresse i organisationen." in text(refused)
    with there.as_system():
        Employee.objects.filter(pk=there.karen.id).update(email="karen@fjordby.invalid")
    assert act(karen, HERE, "choose", rhythm="daily").status_code == 422
    assert act(karen, HERE, "choose", about=["messages"], rhythm="daily").status_code == 302
    said = text(karen.get(HERE))
    assert "Du har fået påmindelser siden" in said
    assert "1 besked venter på svar." in said
    assert "Mads" not in said
    assert 'href="/sag/paamindelser/"' in karen.get("/sag/").content.decode(), "it stands in the menu under the name"
    assert act(karen, HERE, "end").status_code == 302
    assert "Du har fået påmindelser siden" not in text(karen.get(HERE))


def test_a_link_is_asked_before_it_ends_anything(there: Correspondence, as_: LogIn) -> None:
    with there.as_system():
        Employee.objects.filter(pk=there.karen.id).update(email="karen@fjordby.invalid")
    act(as_(there.karen), HERE, "choose", about=["deadlines"], rhythm="weekly")
    with there.as_system():
        row = StaffReminder.objects.get()
    link = reverse("public:reminders-stop", args=[row.pk, reminders.token_of(row.pk)])
    visitor = Client()
    assert visitor.get(link).status_code == 200
    with there.as_system():
        assert StaffReminder.objects.get().ended_at is None, "what only fetches the link ends nothing"
    assert "Du får ikke flere påmindelser" in text(visitor.post(link))
    jobs.end(at=there.at, reminder_id=row.pk)
    with there.as_system():
        assert StaffReminder.objects.get().ended_at is not None
    assert visitor.get(reverse("public:reminders-stop", args=[row.pk, "x" * 32])).status_code == 404
