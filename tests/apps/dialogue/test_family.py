"""The child as a party from 10, the parents by custody, and what ends with the birthday: at the very next request."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.factories.family import again, child, parent
from tests.factories.login import log_in
from tests.factories.world import World

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.dialogue import service as dialogue
from borgerfokus.apps.dialogue.models import Notice
from borgerfokus.apps.dialogue.queries import frame
from borgerfokus.core.access import CITIZEN_VERBS, FAMILY, Member, Relation, Verb
from borgerfokus.core.dates import COPENHAGEN
from borgerfokus.foundation.access.actor import Actor, system
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login import actors
from borgerfokus.foundation.login.levels import Level
from borgerfokus.foundation.login.sessions import LoggedIn
from borgerfokus.foundation.outbox.models import ChannelName, Message
from borgerfokus.foundation.people.models import Address, Kinship, Person

SYSTEM = system("test")


def may(world: World, case: casework.Case, by: Actor, *, at: datetime | None = None) -> frozenset[Verb]:
    moment = at or world.at
    with acting_as(by, purpose=Purpose.OWN_CASE, at=moment):
        if not casework.visible_to(by, at=moment).filter(pk=case.pk).exists():
            return frozenset()
        return casework.allowed(case=case, by=by, at=moment)


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=COPENHAGEN)


def test_a_parent_with_custody_acts_for_the_child_and_one_without_does_not(world: World) -> None:
    small = child(world, date(2019, 5, 4))
    mother, father = parent(world, small), parent(world, small, custody=False, given="Jens")
    case = world.case(citizen_id=small, type_key="bl-32")
    assert Verb.HEARING_ANSWER in may(world, case, mother)
    assert [power.relation for power in mother.powers] == [Relation.CUSTODY]
    assert may(world, case, father) == frozenset()
    assert FAMILY[Member.PARENT].verbs == frozenset()


def test_shared_custody_lets_both_act(world: World) -> None:
    small = child(world, date(2019, 5, 4))
    both = [parent(world, small), parent(world, small, given="Jens")]
    case = world.case(citizen_id=small, type_key="bl-32")
    assert all(Verb.CASE_SEE in may(world, case, one) for one in both)


def test_the_parents_access_ends_with_the_eighteenth_birthday_at_the_next_request(world: World) -> None:
    turns = date(2026, 11, 24)
    young = child(world, date(2008, 11, 24))
    mother = parent(world, young)
    case = world.case(citizen_id=young, type_key="bl-32")
    last = midnight(turns) - timedelta(seconds=1)
    assert Verb.CASE_SEE in may(world, case, again(world, mother.id, at=last), at=last)
    assert may(world, case, again(world, mother.id, at=midnight(turns)), at=midnight(turns)) == frozenset()
    assert Verb.POWER_GIVE not in again(world, young, at=last).verbs
    assert again(world, young, at=midnight(turns)).verbs == CITIZEN_VERBS


def test_a_right_that_is_kept_in_the_session_would_outlive_the_birthday(world: World) -> None:
    """The sabotage: the actor of yesterday, used today, still sees the case. It is read anew for each request."""
    turns = date(2026, 11, 24)
    young = child(world, date(2008, 11, 24))
    mother = parent(world, young)
    case = world.case(citizen_id=young, type_key="bl-32")
    assert Verb.CASE_SEE in may(world, case, mother, at=midnight(turns))


@pytest.mark.parametrize(
    ("born", "member"),
    [
        (date(2016, 11, 24), Member.SMALL_CHILD),
        (date(2016, 11, 23), Member.CHILD_PARTY),
        (date(2011, 11, 24), Member.CHILD_PARTY),
        (date(2011, 11, 23), Member.YOUNG),
        (date(2008, 11, 24), Member.YOUNG),
        (date(2008, 11, 23), Member.ADULT),
    ],
)
def test_what_a_child_is_follows_its_birthday(world: World, born: date, member: Member) -> None:
    assert again(world, child(world, born)).verbs == FAMILY[member].verbs


def test_a_child_logs_in_from_fifteen_and_not_before(world: World) -> None:
    for born, comes_in in ((date(2011, 11, 24), False), (date(2011, 11, 23), True)):
        who = LoggedIn(kind=SYSTEM.kind.CITIZEN, id=child(world, born), level=Level.SUBSTANTIAL, since=world.at)
        if comes_in:
            assert Verb.CASE_SEE in actors.actor_of(who, at=world.at).verbs
        else:
            with pytest.raises(actors.TooYoung):
                actors.actor_of(who, at=world.at)


def test_the_parent_reads_the_childs_case_on_its_own_page(
    world: World, client: Client, monkeypatch: pytest.MonkeyPatch, now: datetime
) -> None:
    monkeypatch.setattr(timezone, "now", lambda: now)
    small = child(world, date(2019, 5, 4))
    mother, father = parent(world, small), parent(world, small, custody=False, given="Jens")
    case = world.case(citizen_id=small, type_key="bl-32")
    log_in(client, mother, at=now)
    assert client.get(f"/min/sag/{case.number}/").status_code == 200
    assert "Lærke" in client.get("/min/").content.decode()
    log_in(client, father, at=now)
    assert client.get(f"/min/sag/{case.number}/").status_code == 404


def receivers(world: World, case: casework.Case) -> list[tuple[int, str, bool]]:
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        found = frame.receivers_of(case=case, at=world.at)
    return [(one.person_id, one.reads_as.value, one.is_copy) for one in found]


def test_letters_go_to_the_parents_and_from_ten_to_the_child_too(world: World) -> None:
    small, big = child(world, date(2019, 5, 4)), child(world, date(2014, 5, 4), "Aksel")
    for one, expected in ((small, ["custody", "custody"]), (big, ["child", "custody", "custody"])):
        mother, father = parent(world, one), parent(world, one, given="Jens")
        parent(world, one, custody=False, given="Bo")
        case = world.case(citizen_id=one, type_key="bl-32")
        found = receivers(world, case)
        assert [reads for _, reads, _ in found] == expected
        assert [is_copy for _, _, is_copy in found] == [False, *[True] * (len(expected) - 1)]
        assert {mother.id, father.id} <= {person for person, _, _ in found}


def test_the_childs_letter_is_in_its_own_words_and_on_paper(world: World) -> None:
    big = child(world, date(2014, 5, 4), "Aksel")
    mother = parent(world, big)
    with acting_as(mother, purpose=Purpose.OWN_CASE, at=world.at):
        request = dialogue.NewRequest(
            type_key="bl-32",
            citizen_id=big,
            answers={"what_is_hard": "Skolen", "wishes": "Ro", "may_ask": ["school"]},
            idempotency_key="k",
            received_at=world.at,
        )
        told = dialogue.submit(request=request, by=mother, at=world.at)
    assert isinstance(told, dialogue.Submitted), told
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        sent = {one.person_id: one.message_id for one in Notice.objects.filter(case_id=told.case_id)}
        channels = {one.person_id: one.channel for one in Message.objects.filter(message_id__in=sent.values())}
    assert channels == {big: ChannelName.PAPER, mother.id: ChannelName.DIGITAL_POST}


def test_a_protected_child_is_in_the_power_of_the_parent_at_its_address_only(world: World) -> None:
    small = child(world, date(2019, 5, 4))
    mother, father = parent(world, small), parent(world, small, given="Jens")
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        Person.objects.filter(pk=small).update(protected=True)
        for person, street in ((small, "Skjulvej 1"), (mother.id, "Skjulvej 1"), (father.id, "Fjordvej 2")):
            where = {"street": street, "postcode": "9999", "city": "Fjordby", "municipality": "9990"}
            Address.objects.create(person_id=person, starts=date(2020, 1, 1), **where)
    assert [power.person_id for power in again(world, mother.id).powers] == [small]
    assert again(world, father.id).powers == ()


def test_custody_that_has_ended_gives_nothing(world: World) -> None:
    small = child(world, date(2019, 5, 4))
    mother = parent(world, small)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=world.at):
        Kinship.objects.filter(person_id=small).update(ends=world.at.date())
    assert again(world, mother.id).powers == ()
