"""The units of the welfare field: citizens and social service, children, schools, health and care."""

from borgerfokus.cli.demo.unit_plans import Staff, UnitPlan, leader
from borgerfokus.core.access import Role


def social() -> UnitPlan:
    """Borger og Social, with Handicap og Psykiatri."""
    return UnitPlan(
        "borger-social",
        "Borger og Social",
        "Citizens and social service",
        "department",
        leader("Chef for Borger og Social", Role.DEPARTMENT_HEAD),
        (Staff(2, "Konsulent"),),
        (
            UnitPlan(
                "borgerservice",
                "Borgerservice",
                "Citizen service",
                "team",
                leader("Leder af Borgerservice", Role.RECEPTION),
                (Staff(13, "Borgerservicemedarbejder", Role.RECEPTION),),
            ),
            UnitPlan(
                "handicap-psykiatri",
                "Handicap og Psykiatri",
                "Disability and psychiatry",
                "department",
                leader("Chef for Handicap og Psykiatri", Role.DEPARTMENT_HEAD),
                (Staff(2, "Faglig konsulent"),),
                (
                    UnitPlan(
                        "voksenteamet",
                        "Voksenteamet",
                        "Adult team",
                        "team",
                        leader("Teamleder", Role.TEAM_LEADER),
                        (Staff(8, "Socialrådgiver", Role.CASEWORKER), Staff(1, "Faglig konsulent", Role.SECOND_READER)),
                    ),
                    UnitPlan(
                        "ydelsesteamet",
                        "Ydelsesteamet",
                        "Benefits team",
                        "team",
                        leader("Teamleder", Role.TEAM_LEADER),
                        (Staff(5, "Sagsbehandler", Role.CASEWORKER),),
                        (UnitPlan("merudgifter", "Merudgifter", "Additional costs", "team"),),
                    ),
                    UnitPlan(
                        "bostoetten",
                        "Bostøtten Fjordby",
                        "Home support Fjordby",
                        "institution",
                        leader("Leder af Bostøtten"),
                        (Staff(28, "Bostøttemedarbejder"),),
                    ),
                    UnitPlan(
                        "havbo",
                        "Havbo",
                        "Havbo residence",
                        "institution",
                        leader("Forstander"),
                        (Staff(42, "Socialpædagog"),),
                    ),
                    UnitPlan(
                        "aktivitetshuset",
                        "Aktivitetshuset",
                        "Activity house",
                        "institution",
                        leader("Daglig leder"),
                        (Staff(8, "Pædagog"),),
                    ),
                ),
            ),
            UnitPlan(
                "beskaeftigelse",
                "Beskæftigelse",
                "Employment",
                "team",
                leader("Leder af Beskæftigelse"),
                (Staff(7, "Beskæftigelseskonsulent"),),
            ),
        ),
    )


def children() -> UnitPlan:
    """Børn og Pædagogik."""
    day_care = (
        "Mariehønen",
        "Søstjernen",
        "Skovtrolden",
        "Regnbuen",
        "Tangloppen",
        "Fyrtårnet",
        "Humlebien",
        "Muslingen",
    )
    return UnitPlan(
        "boern-paedagogik",
        "Børn og Pædagogik",
        "Children and education",
        "department",
        leader("Chef for Børn og Pædagogik", Role.DEPARTMENT_HEAD),
        (Staff(3, "Pædagogisk konsulent"),),
        (
            UnitPlan(
                "boern-forebyggelse",
                "Børn og Forebyggelse",
                "Children and prevention",
                "team",
                leader("Leder af Børn og Forebyggelse", Role.TEAM_LEADER),
                (Staff(14, "Familierådgiver", Role.CASEWORKER), Staff(8, "Sundhedsplejerske"), Staff(9, "Tandplejer")),
            ),
            UnitPlan(
                "boern-laering",
                "Børn og Læring",
                "Children and learning",
                "team",
                leader("Leder af Børn og Læring"),
                (Staff(11, "Psykolog"),),
            ),
            *(
                UnitPlan(
                    f"dagtilbud-{number}",
                    f"Dagtilbuddet {name}",
                    f"Day care {name}",
                    "institution",
                    leader("Daglig leder"),
                    (Staff(15, "Pædagog"),),
                )
                for number, name in enumerate(day_care, start=1)
            ),
        ),
    )


def schools() -> UnitPlan:
    """Skole, Fritid og Kultur."""
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
        leader("Chef for Skole, Fritid og Kultur", Role.DEPARTMENT_HEAD),
        (Staff(4, "Skolekonsulent"),),
        (
            *(
                UnitPlan(
                    f"skole-{number}",
                    name,
                    name,
                    "institution",
                    leader("Skoleleder"),
                    (Staff(48, "Lærer"), Staff(14, "Pædagog")),
                )
                for number, name in enumerate(schools, start=1)
            ),
            *(
                UnitPlan(key, name, name_en, "institution", leader("Daglig leder"), (Staff(number, title),))
                for key, name, name_en, title, number in places
            ),
        ),
    )


def health() -> UnitPlan:
    """Sundhed og Omsorg."""
    return UnitPlan(
        "sundhed-omsorg",
        "Sundhed og Omsorg",
        "Health and care",
        "department",
        leader("Chef for Sundhed og Omsorg", Role.DEPARTMENT_HEAD),
        (Staff(2, "Udviklingskonsulent"),),
        (
            UnitPlan(
                "visitation",
                "Visitation og administration",
                "Assessment and administration",
                "team",
                leader("Leder af Visitationen", Role.TEAM_LEADER),
                (Staff(6, "Visitator", Role.CASEWORKER), Staff(1, "Administrativ medarbejder")),
            ),
            UnitPlan(
                "enggaarden",
                "Plejecenter Enggården",
                "Care centre Enggården",
                "institution",
                leader("Centerleder"),
                (),
                tuple(
                    UnitPlan(
                        key,
                        name,
                        name_en,
                        "team",
                        leader("Afdelingsleder"),
                        (Staff(number, title, Role.HEALTH_STAFF),),
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
                leader("Leder af Hjemmeplejen"),
                (),
                tuple(
                    UnitPlan(
                        key, name, name_en, "team", leader("Gruppeleder"), (Staff(number, title, Role.HEALTH_STAFF),)
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
                leader("Leder af Wiedergården"),
                (Staff(9, "Aktivitetsmedarbejder"), Staff(3, "Forebyggelseskonsulent")),
            ),
        ),
    )
