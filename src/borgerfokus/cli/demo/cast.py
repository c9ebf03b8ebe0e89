"""The people whom visitors of the demo meet: those of the staff by name, and the citizens to log in as."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Named:
    """An employee of the cast. `note` says what waits today; without it the person is not offered first."""

    name: str
    unit: str
    title: str
    phone: str = ""
    note: str = ""


EMPLOYEES = (
    Named(
        "Karen Lindvad",
        "voksenteamet",
        "Socialrådgiver",
        "09 99 00 43",
        "Sagsbehandler med Mads og Lene på listen og et tilsyn at svare på",
    ),
    Named("Oskar Brink", "voksenteamet", "Socialrådgiver", note="Sagsbehandler, bliver spurgt om et opslag"),
    Named("Milla Høgsbro", "voksenteamet", "Socialrådgiver"),
    Named(
        "Sara Ankerstjerne",
        "ydelsesteamet",
        "Sagsbehandler",
        note="Sagsbehandler i Ydelsesteamet, skriver en afgørelse",
    ),
    Named("Yusuf Arslan", "voksenteamet", "Socialrådgiver"),
    Named("Tove Elmelund", "voksenteamet", "Socialrådgiver"),
    Named("Peder Fuglsang", "voksenteamet", "Socialrådgiver"),
    Named(
        "Birgitte Solgaard",
        "voksenteamet",
        "Teamleder",
        note="Skal godkende en afgørelse, se på et nødopslag og opslag uden forklaring",
    ),
    Named(
        "Jette Frost",
        "boern-forebyggelse",
        "Familierådgiver",
        "09 99 00 61",
        note="Børnesiden: unge på vej til 18 år, en af dem haster",
    ),
    Named("Simon Rask", "boern-forebyggelse", "Familierådgiver", "09 99 00 62"),
    Named(
        "Henny Refsgård",
        "handicap-psykiatri",
        "Chef for Handicap og Psykiatri",
        note="Ser frister og belastning i to team og leder et tilsyn",
    ),
    Named("Torben Klitgård", "direktoer-velfaerd", "Direktør", note="Ser tal for hele velfærdsområdet"),
    Named("Sanne Toftegård", "borgerservice", "Borgerservicemedarbejder", note="Tager imod, og har breve til print"),
    Named("Winnie Østerby", "visitation", "Visitator", note="Visitator med ansøgninger om hjælp i hjemmet"),
    Named(
        "Jonas Bredahl",
        "nabosund-hjaelpemidler",
        "Ergoterapeut",
        note="Nabosund: hjælpemidler, flere sager over fristen",
    ),
    Named(
        "Rikke Skovbo", "nabosund-genoptraening", "Fysioterapeut", note="Nabosund: genoptræning efter plan fra sygehus"
    ),
    Named("Claus Overby", "oekonomi", "Controller", note="Ser tal uden navne"),
    Named(
        "Malene Hvidbjerg",
        "sekretariat-hr",
        "Databeskyttelsesrådgiver",
        note="Leder logkontrollen og har et opslag, der er sendt videre",
    ),
    Named("Allan Friborg", "digitalisering", "Systemadministrator", note="Sagstyper, frister og enheder"),
    Named("Grethe Sandager", "kommunalbestyrelsen", "Borgmester", note="Politiker: ser tal, der er afrundet"),
    Named("Anja Rosendahl", "sekretariat-hr", "HR-konsulent", note="Enheder og ansættelser"),
    Named("Nanna Hedelund", "voksenteamet", "Faglig konsulent", note="Læser en kollegas afgørelse igennem"),
    Named(
        "Freja Lykkegård",
        "bostoetten",
        "Bostøttemedarbejder",
        note="Giver hjælp: bestillinger og statusnotater, men ingen sager",
    ),
    Named("Carsten Munkholm", "havbo", "Socialpædagog", note="Havbo: svarer på bestillinger og skriver status"),
    Named(
        "Maja Thorup",
        "boern-forebyggelse",
        "Familierådgiver",
        "09 99 00 71",
        note="Har vagten: underretninger om børn, en med tre timer tilbage",
    ),
    Named("Asger Bloch", "boern-forebyggelse", "Familierådgiver", note="Familierådgiver med familien Kirkeby"),
    Named(
        "Lone Rytter",
        "boern-forebyggelse",
        "Leder af Børn og Forebyggelse",
        note="Får besked, når en underretning er ved at gå over",
    ),
    Named("Ulla Markholt", "hjemmesygepleje", "Sygeplejerske", note="Hjemmesygeplejerske, bliver spurgt til råds"),
)


@dataclass(frozen=True)
class Role:
    """A citizen of the cast: `key` is the part, `note` what is to be seen; without it one cannot log in as the person.

    One of `born`, `age` and `eighteen_in` (days until the 18th birthday) is given.
    """

    key: str
    given: str
    family: str
    woman: bool
    age: int = 0
    born: date | None = None
    eighteen_in: int = 0
    note: str = ""
    more: Mapping[str, object] = field(default_factory=dict)


CITIZENS = (
    Role(
        "mads",
        "Mads",
        "Ellekjær",
        False,
        born=date(1992, 11, 14),
        note="Venter på et dokument fra dig, § 85",
        more={"protected": True, "note": "Ring efter kl. 10"},
    ),
    Role("lene", "Lene", "Overgaard", True, born=date(1975, 3, 9), note="Har fået en delvis afvisning og kan klage"),
    Role("ida", "Ida", "Ellekjær", True, age=37, note="Har fuldmagt for sin bror Mads"),
    Role("parent", "Trine", "Bankhøj", True, age=41, note="Mor til Emil på 9, der skal genoptrænes"),
    Role("child", "Emil", "Bankhøj", False, age=9),
    Role("old", "Inger", "Bovbjerg", True, age=84, note="84 år: hjælp derhjemme og et hjælpemiddel"),
    Role("daughter", "Helle", "Bovbjerg", True, age=57, note="Har fuldmagt for sin mor Inger"),
    Role(
        "paper",
        "Svend",
        "Vadgård",
        False,
        age=79,
        note="Fritaget for Digital Post: breve på papir",
        more={"digital_post_exempt": True},
    ),
    Role("protected", "Camilla", "Frøslev", True, age=38, note="Navne- og adressebeskyttet", more={"protected": True}),
    Role("ward", "Kaj", "Houe", False, age=52),
    Role("guardian", "Poul", "Houe", False, age=61, note="Værge for sin bror Kaj"),
    Role("chair", "Jørgen", "Tange", False, age=58, note="Venter på en arbejdsstol, fristen er overskredet"),
    Role("home", "Sofie", "Brandt", True, age=24, note="Søger et midlertidigt sted at bo, § 107"),
    Role("follow", "Rosa", "Winther", True, age=45, note="Støtten er i gang med plan og mål, opfølgning nærmer sig"),
    Role(
        "deaf",
        "Niels",
        "Egholm",
        False,
        age=49,
        note="Tegnsprogstolk, ekstra udgifter § 100",
        more={"interpreter": "tegnsprog"},
    ),
    Role("appeals", "Preben", "Houe", False, age=67, note="Har klaget over et afslag"),
    Role("undelivered", "Bent", "Aagaard", False, age=71, note="Brevet med afgørelsen kom ikke frem"),
    Role("krogh", "Ida", "Krogh", True, age=29, note="Afgørelsen er skrevet og skal læses af en til"),
    Role("second", "Tina", "Hjulmand", True, age=47),
    Role("offered", "Ulrik", "Stavnsbo", False, age=36),
    Role("reviewed", "Jytte", "Nygårdsholm", True, age=77),
    Role("asked", "Verner", "Kallehave", False, age=81),
    Role("chased", "Asta", "Nørlund", True, age=44, note="Kommunen venter på lægen; to oplysninger siger hver sit"),
    Role("remitted", "Børge", "Thyme", False, age=58, note="Har fået medhold i sin klage: sagen er hjemvist"),
    Role("kirkeby_mother", "Anne", "Kirkeby", True, age=39, note="Mor til tre: følger børnenes sager"),
    Role("kirkeby_father", "Rune", "Kirkeby", False, age=41, note="Far til tre, bor for sig selv, fælles myndighed"),
    Role("kirkeby_big", "Freja", "Kirkeby", True, age=12),
    Role("kirkeby_mid", "Villads", "Kirkeby", False, age=8),
    Role("kirkeby_small", "Alma", "Kirkeby", True, age=3),
    Role("young", "Nikolaj", "Sand", False, age=16, note="16 år, logger selv på og følger sin ungeplan"),
    Role("young_mother", "Dorte", "Sand", True, age=44, note="Mor til Nikolaj på 16"),
    Role("planned", "Asta", "Lyngsø", True, age=31, note="Har en plan at læse og sige ja til, § 85"),
    Role("drafted", "Mona", "Kvistgaard", True, age=28),
    Role("new", "Henrik", "Sloth", False, age=33, note="Har lige søgt, ingen har taget sagen"),
    Role("emil", "Emil", "Raunkjær", False, eighteen_in=64, note="17 år: fylder 18 om 64 dage og mangler en bolig"),
    Role("emils_mother", "Maja", "Raunkjær", True, age=46, note="Mor til Emil på 17, hjælper ham til han er 18"),
    Role("noor", "Noor", "Haddad", True, eighteen_in=112),
    Role("alba", "Alba", "Skovsgaard", True, eighteen_in=151, note="17 år: klar til at blive 18, alt er aftalt"),
    Role("william", "William", "Tofte", False, eighteen_in=243),
    Role("freja", "Freja", "Munkholt", True, eighteen_in=335),
    Role("ravn", "Ravn", "Ibsager", False, eighteen_in=457),
    Role("selma", "Selma", "Dyring", True, eighteen_in=668),
    Role("across", "Anna", "Bruunsgaard", True, age=44, note="Tre sager, en koordinator, et møde og et samtykke"),
)
