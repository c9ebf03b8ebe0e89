"""One world with a full case of every relation: four cases, and everybody who can stand in some way to one of them.

The cases: "plain", "sealed" and "protected" (about a citizen with a protected address) lie in one team; "foreign" in
another. Everybody who has a relation to the plain case by grant has the same to the sealed and the protected one.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db import connection

from borgerfokus.apps.casework import service as casework
from borgerfokus.apps.casework.models import Case, Party
from borgerfokus.core.access import Role, Verb
from borgerfokus.core.exchange.fields import FieldGroup
from borgerfokus.foundation.access import service as access
from borgerfokus.foundation.access.actor import ANONYMOUS, Actor, system
from borgerfokus.foundation.access.models import Grant, Ground
from borgerfokus.foundation.access.scope import Purpose, acting_as
from borgerfokus.foundation.login import clients
from borgerfokus.foundation.organisation.models import Unit
from borgerfokus.foundation.people import queries as people
from borgerfokus.foundation.people.models import Address, Kinship, Person, Representation
from tests.access.canaries import Canaries
from tests.access.filling_evidence import wording_draft
from tests.access.filling_exchange import integrate
from tests.factories.booking import fill_reasons
from tests.factories.offers import fill_catalogue
from tests.factories.world import LONG_AGO, World

SYSTEM = system("scene")
CASES = ("plain", "sealed", "protected", "foreign")
SHARED = ("plain", "sealed", "protected")
_CITIZEN_OF = {"plain": "citizen", "sealed": "sealed_citizen", "protected": "protected_citizen", "foreign": "stranger"}


@dataclass
class Subject:
    """One case: its number, and the ids of what belongs to it, by word ("entry", "withheld", "task" …)."""

    id: int
    number: str
    citizen: str
    ids: dict[str, object] = field(default_factory=dict)


@dataclass
class Scene:
    """Who there is, which cases, and which canary stands where."""

    at: datetime
    world: World
    canaries: Canaries = field(default_factory=Canaries)
    actors: dict[str, Actor] = field(default_factory=dict)
    cases: dict[str, Subject] = field(default_factory=dict)
    persons: dict[str, int] = field(default_factory=dict)
    bearers: dict[str, str] = field(default_factory=dict)
    ids: dict[str, int] = field(default_factory=dict)

    def person(self, key: str, given: str, *, protected: bool = False) -> int:
        """A citizen, each of whose personal fields carries a canary."""
        owner = f"person:{key}"
        mint = self.canaries.mint
        number = len(self.persons)
        phone = f"0999{number:02d}77"
        person_id = self.world.person(
            given,
            f"Ellekjær {mint(owner, 'family_name', 'name')}",
            protected=protected,
            digital_post_exempt=protected,
            interpreter=mint(owner, "interpreter"),
            phone=phone,
            email=f"{mint(owner, 'email')}@example.dk",
        )
        self.canaries.number(phone, owner, "phone", "text")
        self.persons[key] = person_id
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at) as scope:
            scope.include_persons([person_id])
            self.canaries.number(people.cpr_of(person_id=person_id).digits, owner, "cpr_sealed")
            Person.objects.filter(pk=person_id).update(
                given_name=f"{given} {mint(owner, 'given_name', 'name')}", note=mint(owner, "note")
            )
            Address.objects.create(
                person_id=person_id,
                street=f"Fjordvej 1 {mint(owner, 'street', 'address')}",
                postcode="9999",
                city=f"Fjordby {mint(owner, 'city', 'address')}",
                municipality="0999",
                starts=LONG_AGO,
            )
        return person_id

    def citizen(self, key: str, given: str, *, protected: bool = False) -> None:
        """A citizen who can log in."""
        self.person(key, given, protected=protected)
        self.log_in_as(key)

    def log_in_as(self, key: str) -> None:
        """The citizen as an actor, under the name that the register has."""
        person_id = self.persons[key]
        with connection.cursor() as cursor:
            cursor.execute("select bf_citizen_name(%s)", [person_id])
            name = cursor.fetchone()[0]
        self.actors[key] = people.actor_for(person_id=person_id, name=name, at=self.at)

    def staff(self, key: str, name: str, *, unit: str, role: Role = Role.CASEWORKER, leads: bool = False) -> None:
        """Somebody engaged in a unit."""
        self.actors[key] = self.world.employee(name, unit=unit, role=role, leads=leads)

    def represent(self, key: str, kind: str, *scopes: str, ends: timedelta, withdrawn: bool = False) -> None:
        """`key` may act, or once could, for the citizen of the plain case."""
        starts = self.at - timedelta(days=90)
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            Representation.objects.create(
                person_id=self.persons["citizen"],
                representative_id=self.persons[key],
                kind=kind,
                scopes=list(scopes),
                starts=starts,
                ends=self.at + ends,
                withdrawn_at=self.at - timedelta(minutes=1) if withdrawn else None,
                given_how=self.canaries.mint("person:citizen", "given_how"),
                given_by="system:scene",
            )
        self.log_in_as(key)

    def grant(self, key: str, ground: Ground, *, starts: timedelta, ends: timedelta | None, **more: str) -> None:
        """Everything that was granted to one actor, for each of the shared cases."""
        subject = more.pop("subject", self.actors[key].subject)
        for case in SHARED:
            with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
                access.give(
                    subject=subject,
                    case_id=self.cases[case].id,
                    ground=ground,
                    by=SYSTEM,
                    at=self.at + starts,
                    ends=self.at + ends if ends is not None else None,
                    reason=self.canaries.mint(f"case:{case}", "grant.reason", "staff"),
                )

    def client(self, key: str, verbs: frozenset[Verb], *units: str) -> None:
        """A program with a token."""
        seen = frozenset(self.world.units[unit].pk for unit in units)
        new = clients.NewClient(name=key, verbs=verbs, units=seen, groups=frozenset(FieldGroup))
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=self.at):
            made = clients.make(new=new, by=SYSTEM, at=self.at)
            token = clients.issue_token(credentials=made, at=self.at)
        assert token is not None
        self.bearers[key] = f"Bearer {token.value}"
        self.actors[key] = clients.actor_of_header(self.bearers[key], at=self.at)


def build(*, at: datetime) -> Scene:
    """Make the world. `at` is the moment at which it is looked at."""
    scene = Scene(at=at, world=World(at=at).setup())
    for key in ("uvedkommende", "tilsyn"):
        scene.world.unit(key)
    Unit.objects.update(phone="09 99 00 40", hours="mandag til torsdag kl. 9-11")
    fill_catalogue(at=at)
    fill_reasons(at=at)
    _engage(scene)
    _register(scene)
    for key in CASES:
        _open(scene, key)
    _relate(scene)
    _programs(scene)
    _know(scene)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=at):
        Case.objects.filter(pk=scene.cases["sealed"].id).update(sealed=True)
        scene.ids |= {
            "power": Representation.objects.get(representative_id=scene.persons["attorney_read"]).pk,
            "power_post": Representation.objects.get(representative_id=scene.persons["attorney_post"]).pk,
            "type_version": Case.objects.get(pk=scene.cases["plain"].id).type_version_id,
            "unit": scene.world.units["uvedkommende"].pk,
        }
        grant = Grant.objects.get(case_id=scene.cases["plain"].id, subject=scene.actors["break_glass"].subject)
        scene.cases["plain"].ids["grant"] = grant.pk
    scene.ids["wording"] = wording_draft(at=at)
    integrate(scene)
    return scene


def _engage(scene: Scene) -> None:
    staff = scene.staff
    staff("caseworker", "Karen", unit="voksenteamet")
    staff("colleague", "Rasmus", unit="voksenteamet")
    staff("second_reader", "Nina", unit="voksenteamet", role=Role.SECOND_READER)
    staff("health_staff", "Ida", unit="voksenteamet", role=Role.HEALTH_STAFF)
    staff("leader", "Bente", unit="voksenteamet", role=Role.TEAM_LEADER, leads=True)
    staff("head", "Torben", unit="handicap-psykiatri", role=Role.DEPARTMENT_HEAD, leads=True)
    staff("other_unit", "Jonas", unit="ydelsesteamet")
    staff("other_leader", "Grethe", unit="ydelsesteamet", role=Role.TEAM_LEADER, leads=True)
    staff("consulted", "Vibeke", unit="visitation")
    staff("handed_to", "Bo", unit="boern-forebyggelse")
    staff("partner", "Nete", unit="nabosund-hjaelpemidler")
    staff("partner_ended", "Niels", unit="nabosund-genoptraening")
    staff("provider", "Preben", unit="nabosund-hjaelpemidler", role=Role.EMPLOYEE)
    staff("partner_admin", "Pernille", unit="nabosund-hjaelpemidler", role=Role.PARTNER_ADMINISTRATOR)
    staff("named", "Naja", unit="ydelsesteamet")
    staff("named_ended", "Nikolaj", unit="ydelsesteamet")
    staff("shared", "Solveig", unit="uvedkommende")
    staff("shared_ended", "Svend", unit="uvedkommende")
    staff("break_glass", "Gitte", unit="ydelsesteamet", role=Role.HEALTH_STAFF)
    staff("break_glass_over", "Gustav", unit="ydelsesteamet", role=Role.HEALTH_STAFF)
    staff("reviewer", "Runa", unit="tilsyn")
    staff("reviewer_ended", "Rolf", unit="tilsyn")
    staff("reception", "Rikke", unit="fjordby", role=Role.RECEPTION)
    staff("dpo", "Ditte", unit="fjordby", role=Role.DATA_PROTECTION_OFFICER)
    staff("administrator", "Anders", unit="fjordby", role=Role.ADMINISTRATOR)
    staff("controller", "Carl", unit="fjordby", role=Role.CONTROLLER)
    staff("politician", "Poul", unit="fjordby", role=Role.POLITICIAN)
    staff("director", "Dorthe", unit="fjordby", role=Role.DIRECTOR)
    staff("hr", "Hanne", unit="fjordby", role=Role.HR)
    staff("employee", "Emil", unit="fjordby", role=Role.EMPLOYEE)


def _register(scene: Scene) -> None:
    scene.citizen("citizen", "Mads")
    scene.citizen("sealed_citizen", "Signe")
    scene.citizen("protected_citizen", "Petra", protected=True)
    scene.citizen("stranger", "Lene")
    scene.citizen("second_party", "Sofie")
    scene.citizen("representative", "Otto")
    scene.citizen("representative_ended", "Oda")
    scene.citizen("relative", "Yrsa")
    for key, given in (
        ("guardian", "Viggo"),
        ("attorney_read", "Ravn"),
        ("attorney_act", "Aksel"),
        ("attorney_post", "Pia"),
        ("attorney_expired", "Ebbe"),
        ("attorney_withdrawn", "Willy"),
    ):
        scene.person(key, given)
    day = timedelta(days=1)
    scene.represent("guardian", "guardian", ends=365 * day)
    scene.represent("attorney_read", "attorney", "read", ends=90 * day)
    scene.represent("attorney_act", "attorney", "act", ends=90 * day)
    scene.represent("attorney_post", "attorney", "receive_post", ends=90 * day)
    scene.represent("attorney_expired", "attorney", "read", "act", ends=-timedelta(minutes=1))
    scene.represent("attorney_withdrawn", "attorney", "read", "act", ends=90 * day, withdrawn=True)
    with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
        Kinship.objects.create(
            person_id=scene.persons["citizen"], other_id=scene.persons["relative"], kind="relative", starts=LONG_AGO
        )


def _open(scene: Scene, key: str) -> None:
    from tests.access.filling import fill

    citizen = _CITIZEN_OF[key]
    caseworker, leader = ("other_unit", "other_leader") if key == "foreign" else ("caseworker", "leader")
    scene.cases[key] = fill(scene, key=key, citizen=citizen, caseworker=caseworker, leader=leader)


def _know(scene: Scene) -> None:
    from tests.access.filling_guidance import fill_guidance

    fill_guidance(scene)


def _relate(scene: Scene) -> None:
    hour, day = timedelta(hours=1), timedelta(days=1)
    units = scene.world.units
    scene.grant("partner", Ground.PARTNER, starts=-day, ends=day, subject=f"unit:{units['nabosund-hjaelpemidler'].pk}")
    ended = f"unit:{units['nabosund-genoptraening'].pk}"
    scene.grant("partner_ended", Ground.PARTNER, starts=-2 * day, ends=-timedelta(seconds=1), subject=ended)
    scene.grant("named", Ground.NAMED, starts=-day, ends=None)
    scene.grant("named_ended", Ground.NAMED, starts=-day, ends=-timedelta(seconds=1))
    scene.grant("shared", Ground.SHARED, starts=-day, ends=day)
    scene.grant("shared_ended", Ground.SHARED, starts=-day, ends=-timedelta(seconds=1))
    scene.grant("break_glass", Ground.BREAK_GLASS, starts=-hour / 2, ends=hour / 2)
    scene.grant("reviewer", Ground.SUPERVISION, starts=-day, ends=7 * day)
    scene.grant("reviewer_ended", Ground.SUPERVISION, starts=-day, ends=-timedelta(seconds=1))
    scene.grant("break_glass_over", Ground.BREAK_GLASS, starts=-hour, ends=timedelta(0))
    for key in SHARED:
        case = scene.cases[key]
        with acting_as(SYSTEM, purpose=Purpose.OPERATION, at=scene.at):
            for person, role in (
                ("second_party", "party"),
                ("representative", "representative"),
                ("representative_ended", "representative"),
                ("relative", "relative"),
            ):
                person_id = scene.persons[person]
                added = casework.add_party(case_id=case.id, person_id=person_id, role=role, by=SYSTEM, at=scene.at)
                assert added is None, added
            ended_party = Party.objects.get(case_id=case.id, person_id=scene.persons["representative_ended"])
            gone = casework.end_party(party_id=ended_party.pk, by=SYSTEM, at=scene.at)
            assert gone is None, gone
            speaks = Party.objects.get(case_id=case.id, person_id=scene.persons["representative"])
            case.ids["representative_party"] = speaks.pk
            case.ids["party"] = Party.objects.get(case_id=case.id, person_id=scene.persons["relative"]).pk


def _programs(scene: Scene) -> None:
    scene.client("client", clients.API_VERBS, "voksenteamet")
    scene.client("client_other_unit", clients.API_VERBS, "ydelsesteamet")
    scene.client("client_no_unit", clients.API_VERBS)
    scene.client("client_types_only", frozenset({Verb.API_CASE_TYPES_READ}), "voksenteamet")
    scene.actors["anonymous"] = ANONYMOUS
