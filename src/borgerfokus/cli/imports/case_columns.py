"""The columns of the file of running cases."""

from borgerfokus.cli.imports import cells
from borgerfokus.cli.imports.columns import Column, Format
from borgerfokus.cli.imports.shared_columns import cpr, unit
from borgerfokus.core.casework.ball import Ball
from borgerfokus.core.casework.state import Phase
from borgerfokus.core.casework.words import PHASE_TITLES
from borgerfokus.core.decisions.outcomes import Outcome
from borgerfokus.core.texts import Text

_SOURCES = {
    "self_service": Text(da="Selvbetjening", en="Self-service"),
    "phone": Text(da="Telefon", en="Telephone"),
    "desk": Text(da="Skranke", en="Desk"),
    "letter": Text(da="Brev", en="Letter"),
    "partner": Text(da="Samarbejdspartner", en="Partner"),
    "system": Text(da="System", en="System"),
}
_WAITING = {
    str(Ball.YOU): Text(da="Borger", en="Citizen"),
    str(Ball.OTHER): Text(da="Anden", en="Somebody else"),
}
_RUNNING = {str(phase): text for phase, text in PHASE_TITLES.items() if phase is not Phase.CLOSED}


def _day(name: str, guide: Text, *also: str, example: str = "", required: bool = False) -> Column:
    return Column(
        name=name, parse=cells.day, guide=guide, example=example, required=required, personal=True, also=also
    )


FORMAT = Format(
    file="cases.csv",
    about=Text(
        da="Løbende sager fra det gamle system. Sager, der allerede er overført, røres ikke.",
        en="Running cases from the old system. Cases that were taken over already are not touched.",
    ),
    key=("old_number",),
    columns=(
        Column(
            name="old_number",
            parse=cells.line(60),
            guide=Text(
                da="Sagens nummer i det gamle system. Det står på sagen som dens oprindelse.",
                en="The case's number in the old system. It stands on the case as its origin.",
            ),
            example="27.36.12-G01-15-26",
            required=True,
            also=("gammelt_nummer", "sagsnummer"),
        ),
        Column(
            name="type",
            parse=cells.KEY,
            guide=Text(da="Sagstypens nøgle.", en="Key of the case type."),
            example="sel-85",
            required=True,
            also=("sagstype", "type_key", "case_type"),
        ),
        cpr("cpr", Text(da="CPR-nummer på borgeren, sagen handler om.", en="CPR number of the citizen it is about."),
            example="741192-4321"),
        unit(
            Text(
                da="Nøglen til enheden, der har sagen; tom: den ansvarlige for sagstypen.",
                en="Key of the unit that has the case; empty: the one responsible for the type.",
            ),
            required=False,
        ),
        Column(
            name="caseworker",
            parse=cells.LOGIN,
            guide=Text(
                da="Sagsbehandlerens login; tom: ingen endnu.", en="The caseworker's login; empty: nobody yet."
            ),
            example="karhol",
            also=("sagsbehandler",),
        ),
        Column(
            name="source",
            parse=cells.choice(_SOURCES),
            guide=Text(da="Hvordan henvendelsen kom.", en="How the matter came in."),
            example="phone",
            required=True,
            also=("kilde",),
        ),
        Column(
            name="need",
            parse=cells.prose(10_000),
            guide=Text(da="Hvad borgeren har bedt om, helst med egne ord.", en="What the citizen asked for."),
            example="Jeg har brug for hjælp til at få åbnet min post.",
            personal=True,
            also=("behov",),
        ),
        _day(
            "received",
            Text(
                da="Dagen, ansøgningen kom. Fristerne regnes herfra.",
                en="The day the request came. The dates count from it.",
            ),
            "modtaget",
            example="2026-10-05",
            required=True,
        ),
        Column(
            name="phase",
            parse=cells.choice(_RUNNING),
            guide=Text(da="Hvor langt sagen er.", en="How far the case is."),
            example="information",
            required=True,
            personal=True,
            also=("fase",),
        ),
        Column(
            name="waiting_for",
            parse=cells.choice(_WAITING),
            guide=Text(
                da="you (borgeren) eller other; tom, når kommunen har bolden.",
                en="you (the citizen) or other; empty when it is the municipality's turn.",
            ),
            example="you",
            personal=True,
            also=("venter_på_hvem",),
        ),
        Column(
            name="waiting_on",
            parse=cells.line(160),
            guide=Text(da="Hvad eller hvem der ventes på.", en="What or who is waited for."),
            example="Udskrivningsbrev",
            personal=True,
            also=("venter_på",),
        ),
        _day("waiting_since", Text(da="Dagen, ventetiden begyndte.", en="The day the waiting began."), "ventet_siden",
             example="2026-11-02"),
        _day("answer_by", Text(da="Dagen, svaret skal være her.", en="The day the answer is due."), "svar_senest",
             example="2026-12-01"),
        Column(
            name="outcome",
            parse=cells.choice({str(outcome): outcome.label for outcome in Outcome}),
            guide=Text(da="Afgørelsens udfald, når der er en.", en="The outcome of the decision, if there is one."),
            personal=True,
            also=("udfald",),
        ),
        _day("decided", Text(da="Dagen for afgørelsen.", en="The day of the decision."), "afgjort"),
        _day(
            "promised",
            Text(
                da="En senere dag for afgørelsen, som borgeren allerede har fået besked om.",
                en="A later day of the decision that the citizen has been told already.",
            ),
            "lovet",
        ),
        _day("follow_up", Text(da="Dagen for næste opfølgning.", en="The day of the next follow-up."), "opfølgning"),
        _day(
            "discharged",
            Text(
                da="Dagen for udskrivning; kun for sager, hvis frist regnes fra den.",
                en="The day of discharge; only for cases whose deadline counts from it.",
            ),
            "udskrevet",
        ),
        Column(
            name="note",
            parse=cells.prose(50_000),
            guide=Text(
                da="Det første notat i journalen. Borgeren kan læse det.",
                en="The first note of the journal. The citizen can read it.",
            ),
            example="Borgeren er informeret om, at sagen nu føres i et nyt system.",
            personal=True,
            also=("notat",),
        ),
    ),
)  # fmt: skip
