"""The units of Fjordby Kommune and of the part of Nabosund Kommune that acts for it.

Size, politics and shape follow how Danish municipalities of 14,000 citizens describe themselves.
"""

from borgerfokus.cli.demo.unit_plans import Staff, UnitPlan, leader
from borgerfokus.cli.demo.units_welfare import children, health, schools, social
from borgerfokus.core.access import Role


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
        leader=leader("Borgmester", Role.POLITICIAN),
        staff=(Staff(14, "Medlem af kommunalbestyrelsen", Role.POLITICIAN),),
        below=tuple(UnitPlan(key, name, name_en, "committee") for key, name, name_en in committees),
    )


def _secretariats() -> UnitPlan:
    return UnitPlan(
        key="kommunaldirektoer",
        name="Kommunaldirektør",
        name_en="Chief executive",
        kind="director",
        leader=leader("Kommunaldirektør", Role.DIRECTOR),
        below=(
            UnitPlan(
                "sekretariat-hr",
                "Borgmestersekretariat og HR/Personale",
                "Mayor's secretariat and HR",
                "department",
                leader("Sekretariats- og HR-chef", Role.HR),
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
                leader("Digitaliseringschef", Role.ADMINISTRATOR),
                (Staff(2, "Systemadministrator", Role.ADMINISTRATOR), Staff(10, "It-konsulent")),
            ),
            UnitPlan(
                "oekonomi",
                "Økonomi",
                "Finance",
                "department",
                leader("Økonomichef", Role.CONTROLLER),
                (Staff(4, "Controller", Role.CONTROLLER), Staff(16, "Økonomikonsulent")),
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
        leader("Chef for Plan og Teknik", Role.DEPARTMENT_HEAD),
        (Staff(18, "Planlægger"), Staff(9, "Byggesagsbehandler")),
        (
            UnitPlan(
                "vej-park",
                "Vej og Park",
                "Roads and parks",
                "institution",
                leader("Driftsleder"),
                (Staff(36, "Gartner"),),
            ),
            UnitPlan(
                "havnen",
                "Fjordby Havn",
                "Fjordby harbour",
                "institution",
                leader("Havnefoged"),
                (Staff(5, "Havneassistent"),),
            ),
        ),
    )
    staff_unit = UnitPlan(
        "staben-sundhed",
        "Staben for Sundhed",
        "Staff unit for health",
        "staff_unit",
        leader("Stabsleder", Role.CONTROLLER),
        (Staff(1, "Sundhedskonsulent", Role.CONTROLLER),),
    )
    welfare = UnitPlan(
        "direktoer-velfaerd",
        "Direktør for Borger, Børn og Skole",
        "Director of citizens, children and schools",
        "director",
        leader("Direktør", Role.DIRECTOR),
        (),
        (social(), children(), schools()),
    )
    care = UnitPlan(
        "direktoer-sundhed",
        "Direktør for Sundhed og Omsorg samt Plan og Teknik",
        "Director of health and care, planning and technical services",
        "director",
        leader("Direktør", Role.DIRECTOR),
        (),
        (health(), roads, staff_unit),
    )
    return UnitPlan(
        "fjordby",
        "Fjordby Kommune",
        "Fjordby Municipality",
        "municipality",
        below=(_council(), _secretariats(), welfare, care),
    )


def nabosund() -> UnitPlan:
    """What the neighbour carries out under the binding cooperation."""
    fields = (
        ("nabosund-hjaelpemidler", "Hjælpemidler, Nabosund", "Aids, Nabosund", "Ergoterapeut", Role.CASEWORKER, 6),
        (
            "nabosund-genoptraening",
            "Genoptræning, Nabosund",
            "Rehabilitation, Nabosund",
            "Fysioterapeut",
            Role.CASEWORKER,
            7,
        ),
        ("nabosund-jobcenter", "Jobcenter Nabosund", "Jobcentre Nabosund", "Jobkonsulent", Role.EMPLOYEE, 8),
        (
            "nabosund-specialundervisning",
            "Specialundervisning, Nabosund",
            "Special education, Nabosund",
            "Speciallærer",
            Role.EMPLOYEE,
            4,
        ),
        (
            "nabosund-boern",
            "Særlige børnesager, Nabosund",
            "Certain cases for children, Nabosund",
            "Socialrådgiver",
            Role.EMPLOYEE,
            3,
        ),
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
                leader("Faglig leder", Role.TEAM_LEADER if role is Role.CASEWORKER else Role.EMPLOYEE),
                (Staff(number, title, role),),
            )
            for key, name, name_en, title, role, number in fields
        ),
    )
