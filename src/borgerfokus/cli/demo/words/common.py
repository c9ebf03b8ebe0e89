"""What is said in every kind of case."""

from borgerfokus.core.decisions.outcomes import BoardOutcome

COMMENTS = (
    "Jeg glemte at sige, at det er sværest om morgenen. Kan I skrive det på?",
    "Det passer fint, det I har skrevet. Tak for en god snak.",
    "Der står, at jeg klarer indkøb selv. Det gør jeg kun, når min nabo går med.",
    "Jeg kan bedst tale i telefon efter klokken ti.",
    "Min datter vil gerne være med til næste møde.",
    "I har skrevet den forkerte dato for mit fald. Det var en uge før.",
    "Jeg er i tvivl om, hvad jeg skal sende. Kan I ringe til mig?",
    "Det er rart at kunne læse, hvor langt I er.",
)
CALLS = (
    ("Borgeren ringede om sagen", "Borgeren ville høre, hvor langt sagen er. Vi gik datoerne igennem sammen."),
    ("Opkald fra borgeren", "Borgeren fortalte, at behovet er det samme. Vi aftalte, hvem der gør hvad."),
    ("Telefonsamtale", "Vi talte om, hvad der mangler, og hvordan borgeren kan sende det."),
    ("Samtale med en pårørende", "Efter aftale med borgeren talte vi med en pårørende om en almindelig dag."),
    ("Kort opkald", "Borgeren spurgte, om en ven må være med til mødet. Det må vedkommende gerne."),
)
INTERNAL = (
    ("Drøftet i teamet", "Sagen er drøftet på teammødet. Vi ser først på, om noget enklere er nok."),
    ("Sparring med kollega", "Vi er enige om, hvad der mangler, før sagen kan vurderes."),
)
EXTENSIONS = (
    "Vi mangler svar fra andre, og vi vil ikke afgøre sagen uden.",
    "Der er kommet flere ansøgninger, end vi kan nå. Det er vores ansvar, ikke dit.",
    "Din sagsbehandler har været syg, og en anden skal læse sagen.",
    "Vi vil besøge dig, før vi afgør sagen, og første ledige dag ligger efter fristen.",
)
WITHDRAWN = ("Borgeren klarer sig med hjælp fra familien.", "Borgeren vil vente.", "Borgeren har fået det bedre.")
NOT_OURS = (
    ("Regionen", "Hjælpen hører under regionen."),
    ("Udbetaling Danmark", "Ydelsen søges hos Udbetaling Danmark."),
    ("Borgerens nye kommune", "Borgeren er flyttet, og den nye kommune er handlekommune."),
)
NO_REQUEST = (
    "Borgeren fik vejledning og vil ikke søge nu.",
    "Borgeren fandt en forening, der kan hjælpe.",
    "Spørgsmålet blev besvaret i telefonen.",
)
COMPLETED = (
    "Målene er nået, og borgeren klarer sig selv.",
    "Hjælpen er ikke længere nødvendig.",
    "Borgeren er flyttet.",
)
REFUSED = ("Afgørelsen er givet, og borgeren er vejledt om andre muligheder.",)
LAPSED = ("Borgeren er død.",)
RULED_OUT = (
    "Oplysningen ændrer ikke afgørelsen i denne sag.",
    "Borgeren vil ikke have, at vi henter det, og vi kan vurdere sagen uden.",
    "Det er allerede beskrevet i samtalen med borgeren.",
)
REASSESSED = (
    "Vi har set på sagen igen. Der er ikke kommet noget nyt, som ændrer vurderingen.",
    "Klagen peger på noget, vi ikke havde vægtet nok. Vi ændrer afgørelsen.",
)
BOARD = {
    BoardOutcome.CONFIRMED: (
        ("Kommunen har oplyst sagen og begrundet afslaget. Vi er enige i vurderingen.", ""),
        ("Behovet er dækket af den hjælp, borgeren har i forvejen.", ""),
    ),
    BoardOutcome.CHANGED: (
        (
            "Lægens udtalelse viser et større behov, end kommunen har lagt til grund.",
            "Vi læser lægens udtalelse igen sammen med borgeren, før vi afgør.",
        ),
        (
            "Kommunen har ikke vurderet, om mindre hjælp ville være nok.",
            "Vi skriver altid, hvilken mindre hjælp vi har overvejet.",
        ),
        (
            "Begrundelsen viser ikke, hvad der er lagt vægt på.",
            "En kollega læser alle afslag, før de bliver sendt.",
        ),
    ),
    BoardOutcome.REMITTED: (
        (
            "Sagen er ikke oplyst godt nok. Der mangler en udtalelse om, hvordan aftenerne går.",
            "Vi beder altid om en udtalelse fra dem, der ser borgeren om aftenen.",
        ),
        (
            "Kommunen har brugt oplysninger, der var mere end et år gamle.",
            "Vi ser efter oplysningernes alder, før vi går i gang med afgørelsen.",
        ),
    ),
    BoardOutcome.DISMISSED: (("Klagen er kommet efter fristen, uden en særlig grund.", ""),),
}
"""Reasons of the appeal body, and what they taught."""
CONSULTED = (
    (
        "hjemmesygepleje",
        "Hvordan går det med medicinen, og ser I behov for mere hjælp?",
        "Medicinen bliver doseret hver uge. Vi ser ikke behov for mere lige nu.",
    ),
    (
        "wiedergaarden",
        "Er der plads i et fællesskab, som kan passe til borgeren?",
        "Ja, tirsdagsholdet har plads. Borgeren er velkommen til at komme og se det.",
    ),
    (
        "bostoetten",
        "Hvad er virkningen af den støtte, borgeren får nu?",
        "Borgeren er blevet bedre til at holde aftaler. Breve er stadig svære.",
    ),
)
MUST_KNOW = (
    "Borgeren har fået en fast kontakt og vil helst ringes op. Alle oplysninger ligger i listen.",
    "Der mangler kun én oplysning. Borgeren ved, at I tager over.",
)
PROMISED = ("Borgeren er lovet et opkald inden en uge.", "Ingen løfter ud over datoen for svar.")
EMERGENCIES = (
    "Borgeren blev fundet hjælpeløs, og vi måtte vide, hvem der skulle kontaktes.",
    "Akut opkald fra vagtlægen om medicin og aftaler, mens sagsbehandleren ikke kunne nås.",
)
REVIEWED = "Opslaget var nødvendigt. Jeg har talt med medarbejderen."
SECRET = ("Hensyn til en anden, der har talt i fortrolighed", "Forvaltningsloven § 15 b")
