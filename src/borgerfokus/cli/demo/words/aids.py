"""Aids, serviceloven § 112, assessed by Nabosund Kommune."""

from borgerfokus.cli.demo.words.model import FactWords, NoteWords, Wish, Words

WORDS = Words(
    answers={
        "what_is_hard": (
            "Jeg kan ikke komme op af badekarret selv og er bange for at falde.",
            "Jeg kan ikke gå til købmanden uden at skulle holde pause mange gange.",
            "Jeg kan ikke sidde på en almindelig stol ret længe ad gangen.",
            "Jeg kan ikke læse avisen og mine breve mere.",
            "Jeg kan ikke selv få strømper på eller komme ud af sengen om morgenen.",
        ),
        "wanted_for": ("på badeværelset", "ud og handle", "når jeg laver mad"),
        "phone": ("20 99 00 41", "20 99 00 57"),
        "wanted": ("rollator", "badebænk", "arbejdsstol", "løftestol", "lup med lys"),
        "help_today": (
            "Min kone hjælper mig. Det bliver for tungt for hende.",
            "Jeg holder fast i møblerne.",
            "Min søn handler ind om lørdagen.",
        ),
    },
    facts={
        "O1": FactWords(
            "besøg af ergoterapeut",
            (
                "Kan ikke komme i bad uden fare for at falde",
                "Går højst 50 meter ad gangen",
                "Kan ikke sidde uden støtte i ryggen",
                "Kan ikke læse almindelig skrift",
            ),
        ),
        "O2": FactWords(
            "brev fra læge",
            (
                "Slidgigt i begge knæ, varig",
                "Følger efter blodprop, varig",
                "Nedsat syn, varigt",
                "Brud, forventes at vare i et halvt år",
            ),
        ),
        "O3": FactWords(
            "besøg af ergoterapeut",
            (
                "Badeværelse på fire kvadratmeter, dørtrin på to centimeter",
                "Lejlighed med elevator, god plads",
                "Hus med trin ved hoveddøren",
            ),
        ),
        "O4": FactWords(
            "samtale med borgeren",
            (
                "Træning i tolv uger, bedre balance men ikke nok",
                "Måtte på gulvet og greb er sat op",
                "Intet prøvet før",
            ),
        ),
        "O5": FactWords(
            "ergoterapeut, Nabosund",
            (
                "Badebænk af standardtype er egnet og billigst",
                "Rollator med stor kurv, afprøvet hjemme",
                "Arbejdsstol med bremse, afprøvet i to uger",
                "Lup med lys er nok",
            ),
        ),
        "O6": FactWords("samtale med borgeren", ("Ja, til læge og til Nabosund Kommune",)),
        "O7": FactWords(
            "ergoterapeut, Nabosund", ("Træning og boligindretning er overvejet", "Hjælp i hjemmet er overvejet")
        ),
    },
    notes=(
        NoteWords(
            "Besøg af ergoterapeut",
            "Afprøvede badebænk og greb. Borgeren kom selv i bad uden at holde fast i vasken.",
            "home_visit",
        ),
        NoteWords(
            "Afprøvning i hjemmet", "Stolen passer til højden på bordet. Borgeren prøver den i to uger.", "home_visit"
        ),
        NoteWords(
            "Samtale om ventetid", "Borgeren ringede og spurgte til datoen. Lageret venter på levering.", "phone"
        ),
    ),
    wishes=(
        Wish("en badebænk og greb", "en badebænk", "greb ved døren", "Hjælpemidler, Nabosund"),
        Wish(
            "en rollator",
            "en rollator af standardtype",
            "en let rollator af et bestemt mærke",
            "Hjælpemidler, Nabosund",
        ),
        Wish("en arbejdsstol", "en arbejdsstol uden elektrisk løft", "elektrisk løft", "Hjælpemidler, Nabosund"),
        Wish("en plejeseng", "en almindelig seng med løft i hovedenden", "plejeseng", "Hjælpemidler, Nabosund"),
        Wish("en lup med lys", "en lup uden lys", "lys i luppen", "Hjælpemidler, Nabosund"),
    ),
    asked_citizen=("O3", "O4"),
    asked_other={"O2": ("doctor", "Lægerne Havnegade")},
    against=(
        "O2",
        (
            "Lægen skriver, at funktionsnedsættelsen ventes at gå over inden for et halvt år",
            "Sygehuset oplyser, at der er en operation om to måneder",
        ),
    ),
    why=(
        "det billigste hjælpemiddel, der er egnet, er nok.",
        "funktionsnedsættelsen ikke er varig. Du kan låne et hjælpemiddel på sygehuset imens.",
        "det er noget, som de fleste har i forvejen.",
    ),
    observed=(
        "Borgeren bevæger sig forsigtigt og holder fast i møblerne.",
        "Borgeren klarer det meste, men ikke badet.",
    ),
    conclusion=(
        "Hjælpemidlet er nødvendigt for at klare badet selv.",
        "Hjælpemidlet letter den daglige tilværelse i væsentlig grad.",
    ),
    hearing_answers=(
        "Lægen har ikke set mig siden foråret. Det er blevet værre.",
        "Den billige model er for tung til mig.",
    ),
    appeals=("Jeg klager, fordi jeg ikke kan løfte den rollator, I har valgt.", "Jeg kan ikke vente på operationen."),
    follow_up=("Hjælpemidlet bruges hver dag og virker.", "Hjælpemidlet er leveret tilbage."),
)
