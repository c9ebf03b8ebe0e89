"""The units of Fjordby Kommune and of the part of Nabosund Kommune that acts for it.

Size, politics and shape follow how Danish municipalities of 14,000 citizens describe themselves.
"""

from dataclasses import dataclass, field

from borgerfokus.core.access import Role


@dataclass(frozen=True)
class Staff:
    """So many people with a title and a role."""

    number: int
    title: str
    role: Role = Role.EMPLOYEE


@dataclass(frozen=True)
class UnitPlan:
    """A unit as it is to be: who leads it (title and role), who works there, and what lies below it."""

    key: str
    name: str
    name_en: str
    kind: str
    leader: Staff | None = None
    staff: tuple[Staff, ...] = ()
    below: tuple["UnitPlan", ...] = field(default=())


def _leader(title: str, role: Role = Role.EMPLOYEE) -> Staff:
    return Staff(1, title, role)


def _council() -> UnitPlan:
    committees = (
        ("oekonomiudvalget", "Økonomiudvalget", "Finance committee"),
        ("by-erhverv-plan", "By-, Erhvervs- og Planudvalget", "Town, business and planning committee"),
        ("boern-fritid-kultur", "Børne-, Fritids- og Kulturudvalget", "Children, leisure and culture committee"),
        ("skoleudvalget", "Skoleudvalget", "School committee"),
        ("social-sundhed", "Social- og Sundhedsudvalget", "Social and health committee"),
        ("boerne-ungeudvalget", "Børne- og Ungeudvalget", "Statutory committee for children and young people"),
        ("naerdemokrati", "§ 17, stk. 4-udvalget for nærdemokrati", "§ 17.4 committee on local democracy"),
        ("infrastruktur", "§ 17, stk. 4-udvalget for infrastruktur", "§ 17.4 committee on infrastructure"),
        ("hovedudvalget", "Hovedudvalget (MED)", "Main committee of management and staff"),
    )
    return UnitPlan(
        key="kommunalbestyrelsen",
        name="Kommunalbestyrelsen",
        name_en="Municipal council",
        kind="council",
        leader=_leader("Borgmester", Role.POLITICIAN),
        staff=(Staff(14, "Medlem af kommunalbestyrelsen", Role.POLITICIAN),),
        below=tuple(UnitPlan(key, name, name_en, "committee") for key, name, name_en in committees),
    )


def _secretariats() -> UnitPlan:
    return UnitPlan(
        key="kommunaldirektoer",
        name="Kommunaldirektør",
        name_en="Chief executive",
        kind="director",
        leader=_leader("Kommunaldirektør", Role.DIRECTOR),
        below=(
            UnitPlan(
                "sekretariat-hr",
                "Borgmestersekretariat og HR/Personale",
                "Mayor's secretariat and HR",
                "department",
                _leader("Sekretariats- og HR-chef", Role.HR),
                (
                    Staff(5, "HR-konsulent", Role.HR),
                    Staff(8, "Sekretær"),
                    Staff(1, "Databeskyttelsesrådgiver", Role.DATA_PROTECTION_OFFICER),
                ),
            ),
            UnitPlan(
                "digitalisering",
                "Digitalisering",
                "Digitisation",
                "department",
                _leader("Digitaliseringschef", Role.ADMINISTRATOR),
                (Staff(2, "Systemadministrator", Role.ADMINISTRATOR), Staff(10, "It-konsulent")),
            ),
            UnitPlan(
                "oekonomi",
                "Økonomi",
                "Finance",
                "department",
                _leader("Økonomichef", Role.CONTROLLER),
                (Staff(4, "Controller", Role.CONTROLLER), Staff(16, "Økonomikonsulent")),
            ),
        ),
    )


def _social() -> UnitPlan:
    return UnitPlan(
        "borger-social",
        "Borger og Social",
        "Citizens and social service",
        "department",
        _leader("Chef for Borger og Social", Role.DEPARTMENT_HEAD),
        (Staff(2, "Konsulent"),),
        (
            UnitPlan(
                "borgerservice",
                "Borgerservice",
                "Citizen service",
                "team",
                _leader("Leder af Borgerservice", Role.RECEPTION),
                (Staff(13, "Borgerservicemedarbejder", Role.RECEPTION),),
            ),
            UnitPlan(
                "handicap-psykiatri",
                "Handicap og Psykiatri",
                "Disability and psychiatry",
                "department",
                _leader("Chef for Handicap og Psykiatri", Role.DEPARTMENT_HEAD),
                (Staff(1, "Faglig konsulent", Role.SECOND_READER),),
                (
                    UnitPlan(
                        "voksenteamet",
                        "Voksenteamet",
                        "Adult team",
                        "team",
                        _leader("Teamleder", Role.TEAM_LEADER),
                        (Staff(8, "Socialrådgiver", Role.CASEWORKER),),
                    ),
                    UnitPlan(
                        "ydelsesteamet",
                        "Ydelsesteamet",
                        "Benefits team",
                        "team",
                        _leader("Teamleder", Role.TEAM_LEADER),
                        (Staff(5, "Sagsbehandler", Role.CASEWORKER),),
                        (UnitPlan("merudgifter", "Merudgifter", "Additional costs", "team"),),
                    ),
                    UnitPlan(
                        "bostoetten",
                        "Bostøtten Fjordby",
                        "Home support Fjordby",
                        "institution",
                        _leader("Leder af Bostøtten"),
                        (Staff(28, "Bostøttemedarbejder"),),
                    ),
                    UnitPlan(
                        "havbo",
                        "Havbo",
                        "Havbo residence",
                        "institution",
                        _leader("Forstander"),
                        (Staff(42, "Socialpædagog"),),
                    ),
                    UnitPlan(
                        "aktivitetshuset",
                        "Aktivitetshuset",
                        "Activity house",
                        "institution",
                        _leader("Daglig leder"),
                        (Staff(8, "Pædagog"),),
                    ),
                ),
            ),
            UnitPlan(
                "beskaeftigelse",
                "Beskæftigelse",
                "Employment",
                "team",
                _leader("Leder af Beskæftigelse"),
                (Staff(7, "Beskæftigelseskonsulent"),),
            ),
        ),
    )


def _children() -> UnitPlan:
    day_care = ("Mariehønen", "Søstjernen", "Skovtrolden", "Regnbuen", "Tangloppen", "Fyrtårnet", "Humlebien", "Muslingen")
    return UnitPlan(
        "boern-paedagogik",
        "Børn og Pædagogik",
        "Children and education",
        "department",
        _leader("Chef for Børn og Pædagogik", Role.DEPARTMENT_HEAD),
        (Staff(3, "Pædagogisk konsulent"),),
        (
            UnitPlan(
                "boern-forebyggelse",
                "Børn og Forebyggelse",
                "Children and prevention",
                "team",
                _leader("Leder af Børn og Forebyggelse", Role.TEAM_LEADER),
                (Staff(14, "Familierådgiver", Role.CASEWORKER), Staff(8, "Sundhedsplejerske"), Staff(9, "Tandplejer")),
            ),
            UnitPlan(
                "boern-laering",
                "Børn og Læring",
                "Children and learning",
                "team",
                _leader("Leder af Børn og Læring"),
                (Staff(11, "Psykolog"),),
            ),
            *(
                UnitPlan(
                    f"dagtilbud-{number}",
                    f"Dagtilbuddet {name}",
                    f"Day care {name}",
                    "institution",
                    _leader("Daglig leder"),
                    (Staff(15, "Pædagog"),),
                )
                for number, name in enumerate(day_care, start=1)
            ),
        ),
    )


def _schools() -> UnitPlan:
    schools = ("Fjordskolen", "Østre Skole", "Digeskolen")
    places = (
        ("biblioteket", "Fjordby Bibliotek", "Fjordby library", "Bibliotekar", 11),
        ("musikskolen", "Musikskolen", "School of music", "Musiklærer", 12),
        ("svoemmehallen", "Svømmehallen", "Swimming pool", "Livredder", 9),
        ("ungdomsskolen", "Ungdomsskolen", "Youth school", "Klubpædagog", 11),
    )
    return UnitPlan(
        "skole-fritid-kultur",
        "Skole, Fritid og Kultur",
        "Schools, leisure and culture",
        "department",
        _leader("Chef for Skole, Fritid og Kultur", Role.DEPARTMENT_HEAD),
        (Staff(4, "Skolekonsulent"),),
        (
            *(
                UnitPlan(
                    f"skole-{number}",
                    name,
                    name,
                    "institution",
                    _leader("Skoleleder"),
                    (Staff(48, "Lærer"), Staff(14, "Pædagog")),
                )
                for number, name in enumerate(schools, start=1)
            ),
            *(
                UnitPlan(key, name, name_en, "institution", _leader("Daglig leder"), (Staff(number, title),))
                for key, name, name_en, title, number in places
            ),
        ),
    )


def _health() -> UnitPlan:
    return UnitPlan(
        "sundhed-omsorg",
        "Sundhed og Omsorg",
        "Health and care",
        "department",
        _leader("Chef for Sundhed og Omsorg", Role.DEPARTMENT_HEAD),
        (Staff(2, "Udviklingskonsulent"),),
        (
            UnitPlan(
                "visitation",
                "Visitation og administration",
                "Assessment and administration",
                "team",
                _leader("Leder af Visitationen", Role.TEAM_LEADER),
                (Staff(6, "Visitator", Role.CASEWORKER), Staff(1, "Administrativ medarbejder")),
            ),
            UnitPlan(
                "enggaarden",
                "Plejecenter Enggården",
                "Care centre Enggården",
                "institution",
                _leader("Centerleder"),
                (),
                tuple(
                    UnitPlan(
                        key, name, name_en, "team", _leader("Afdelingsleder"), (Staff(number, title, Role.HEALTH_STAFF),)
                    )
                    for key, name, name_en, title, number in (
                        ("enggaarden-plejeboliger", "Plejeboliger", "Care homes", "Social- og sundhedsassistent", 62),
                        ("enggaarden-midlertidige", "Midlertidige ophold", "Temporary stays", "Sygeplejerske", 22),
                        ("enggaarden-daghjem", "Daghjem", "Day home", "Social- og sundhedshjælper", 12),
                        ("enggaarden-koekken", "Centralkøkkenet", "Central kitchen", "Kostfaglig medarbejder", 16),
                    )
                ),
            ),
            UnitPlan(
                "hjemmepleje",
                "Hjemmepleje",
                "Home care",
                "institution",
                _leader("Leder af Hjemmeplejen"),
                (),
                tuple(
                    UnitPlan(
                        key, name, name_en, "team", _leader("Gruppeleder"), (Staff(number, title, Role.HEALTH_STAFF),)
                    )
                    for key, name, name_en, title, number in (
                        ("hjemmepleje-nord", "Hjemmepleje Nord", "Home care north", "Social- og sundhedshjælper", 58),
                        ("hjemmepleje-syd", "Hjemmepleje Syd", "Home care south", "Social- og sundhedshjælper", 56),
                        ("hjemmesygepleje", "Hjemmesygepleje", "Home nursing", "Sygeplejerske", 34),
                        ("akutfunktion", "Akutfunktion", "Acute function", "Akutsygeplejerske", 10),
                    )
                ),
            ),
            UnitPlan(
                "wiedergaarden",
                "Aktivitetshuset Wiedergården",
                "Activity house Wiedergården",
                "institution",
                _leader("Leder af Wiedergården"),
                (Staff(9, "Aktivitetsmedarbejder"), Staff(3, "Forebyggelseskonsulent")),
            ),
        ),
    )


def fjordby() -> UnitPlan:
    """The municipality: its council, and the three who lead its administration."""
    roads = UnitPlan(
        "plan-teknik",
        "Plan og Teknik",
        "Planning and technical services",
        "department",
        _leader("Chef for Plan og Teknik", Role.DEPARTMENT_HEAD),
        (Staff(18, "Planlægger"), Staff(9, "Byggesagsbehandler")),
        (
            UnitPlan("vej-park", "Vej og Park", "Roads and parks", "institution", _leader("Driftsleder"), (Staff(36, "Gartner"),)),
            UnitPlan("havnen", "Fjordby Havn", "Fjordby harbour", "institution", _leader("Havnefoged"), (Staff(5, "Havneassistent"),)),
        ),
    )
    staff_unit = UnitPlan(
        "staben-sundhed",
        "Staben for Sundhed",
        "Staff unit for health",
        "staff_unit",
        _leader("Stabsleder", Role.CONTROLLER),
        (Staff(1, "Sundhedskonsulent", Role.CONTROLLER),),
    )
    welfare = UnitPlan(
        "direktoer-velfaerd",
        "Direktør for Borger, Børn og Skole",
        "Director of citizens, children and schools",
        "director",
        _leader("Direktør", Role.DIRECTOR),
        (),
        (_social(), _children(), _schools()),
    )
    health = UnitPlan(
        "direktoer-sundhed",
        "Direktør for Sundhed og Omsorg samt Plan og Teknik",
        "Director of health and care, planning and technical services",
        "director",
        _leader("Direktør", Role.DIRECTOR),
        (),
        (_health(), roads, staff_unit),
    )
    return UnitPlan(
        "fjordby",
        "Fjordby Kommune",
        "Fjordby Municipality",
        "municipality",
        below=(_council(), _secretariats(), welfare, health),
    )


def nabosund() -> UnitPlan:
    """What the neighbour carries out under the binding cooperation."""
    fields = (
        ("nabosund-hjaelpemidler", "Hjælpemidler, Nabosund", "Aids, Nabosund", "Ergoterapeut", Role.CASEWORKER, 6),
        ("nabosund-genoptraening", "Genoptræning, Nabosund", "Rehabilitation, Nabosund", "Fysioterapeut", Role.CASEWORKER, 7),
        ("nabosund-jobcenter", "Jobcenter Nabosund", "Jobcentre Nabosund", "Jobkonsulent", Role.EMPLOYEE, 8),
        ("nabosund-specialundervisning", "Specialundervisning, Nabosund", "Special education, Nabosund", "Speciallærer", Role.EMPLOYEE, 4),
        ("nabosund-boern", "Særlige børnesager, Nabosund", "Certain cases for children, Nabosund", "Socialrådgiver", Role.EMPLOYEE, 3),
        ("nabosund-natur", "Natur og Miljø, Nabosund", "Nature and environment, Nabosund", "Biolog", Role.EMPLOYEE, 3),
    )
    return UnitPlan(
        "nabosund",
        "Nabosund Kommune",
        "Nabosund Municipality",
        "partner",
        below=tuple(
            UnitPlan(
                key,
                name,
                name_en,
                "partner",
                _leader("Faglig leder", Role.TEAM_LEADER if role is Role.CASEWORKER else Role.EMPLOYEE),
                (Staff(number, title, role),),
            )
            for key, name, name_en, title, role, number in fields
        ),
    )
