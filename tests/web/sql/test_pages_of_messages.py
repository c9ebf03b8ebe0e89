"""The list pages of messages, each with several rows of several cases: a query for each is noticed."""

from datetime import timedelta

import pytest
from django.test import Client
from tests.apps.messages.correspondence import Correspondence, correspondence
from tests.factories.login import log_in
from tests.factories.world import World
from tests.web.sql.snapshot import assert_sql

from borgerfokus.apps.messages import service as messages
from borgerfokus.apps.rights import service as rights
from borgerfokus.core.access import Role
from borgerfokus.core.dates import day_of
from borgerfokus.foundation.access.actor import Actor
from borgerfokus.foundation.audit import queries as audit
from borgerfokus.foundation.people import queries as people

OFFICER = "officer"


@pytest.fixture
def there(world: World) -> Correspondence:
    """Three cases with a thread each, one of them answered; a delegation, two templates, three questions."""
    found = correspondence(world)
    for place in range(3):
        number = found.ask()
        if not place:
            found.write(number, "Svar.", by=found.karen)
        found.case = world.case(citizen_id=found.citizen.id, caseworker=found.karen)
        with found.as_(found.karen):
            people.card(found.citizen.id, case_id=found.case.pk)
    _keep(found)
    _ask(found)
    return found


def _keep(there: Correspondence) -> None:
    with there.as_(there.leader) as at:
        for title in ("Tak", "Ring"):
            content = messages.TemplateContent(title, "Hej {navn}", there.case.unit_id)
            assert isinstance(messages.add_template(content=content, by=there.leader, at=at), str)
        today = day_of(at)
        new = messages.NewDelegation(there.sara.id, there.karen.id, today, today + timedelta(days=4))
        assert isinstance(messages.delegate(new=new, by=there.leader, at=at), int)


def _ask(there: Correspondence) -> None:
    with there.as_(there.citizen) as at:
        for look in audit.of_persons(person_ids=[there.citizen.id], newest=3, leaving_out=there.citizen.subject):
            rights.ask_about_lookup(lookup_id=look.id, question="Hvorfor?", by=there.citizen, at=at)


@pytest.mark.parametrize(
    ("who", "name", "address", "most"),
    [
        ("citizen", "citizen-messages", "/min/beskeder/", 14),
        ("karen", "staff-messages", "/sag/beskeder/?status=all&q=svar", 14),
        ("karen", "staff-messages-csv", "/sag/beskeder/beskeder.csv?status=all", 12),
        ("leader", "staff-delegation", "/sag/beskeder/vaek/", 12),
        ("leader", "staff-answer-templates", "/sag/beskeder/skabeloner/", 8),
        ("leader", "management-messages", "/ledelse/beskeder/", 10),
        (OFFICER, "management-lookup-questions", "/ledelse/opslag/spoergsmaal/", 8),
    ],
)
def test_a_list_of_messages(there: Correspondence, who: str, name: str, address: str, most: int) -> None:
    officer = there.world.employee("Ditte", role=Role.DATA_PROTECTION_OFFICER)
    actor: Actor = officer if who == OFFICER else getattr(there, who)
    client = Client()
    log_in(client, actor, at=there.at)
    assert_sql(client, address, name=name, most=most)
