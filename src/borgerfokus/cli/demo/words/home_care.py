"""Personal and practical help in the form of the day for older people."""

from borgerfokus.cli.demo.words.model import FactWords, NoteWords, Wish, Words

WORDS = Words(
    answers={
        "what_is_hard": (
            "Jeg kan ikke selv komme i bad, og støvsugeren er for tung.",
            "Jeg får ikke lavet varm mad mere, siden min mand døde.",
            "Det er svært at få tøj på om morgenen på grund af armen.",
            "Jeg bliver så træt, at jeg ikke kan både vaske tøj og gøre rent.",
        ),
        "regain": (
            "Jeg vil gerne kunne gå i bad selv igen.",
            "Jeg vil gerne lave min egen aftensmad.",
            "Jeg vil gerne ud i haven.",
            "Jeg vil helst klare mig selv så længe som muligt.",
        ),
        "network": (
            "Min datter kommer om søndagen.",
            "Naboen tager min skraldespand ud.",
            "Der er ikke nogen i nærheden.",
        ),
        "aids": ("Jeg har en rollator og en badetaburet.", "Jeg har ingen.", "Jeg har et nødkald."),
        "visit_time": ("om formiddagen", "efter klokken ti", "helst ikke om torsdagen"),
    },
    facts={
        "O1": FactWords(
            "samtale i hjemmet",
            (
                "Vil selv i bad igen inden sommer",
                "Vil lave sin egen aftensmad",
                "Vil klare sig selv så længe som muligt",
            ),
        ),
        "O2": FactWords(
            "CPR-opslag og samtale",
            (
                "Over folkepensionsalderen, svækket efter indlæggelse",
                "Over folkepensionsalderen, tiltagende svækkelse",
                "Over folkepensionsalderen, demenssygdom i let grad",
            ),
        ),
        "O3": FactWords(
            "besøg af visitator",
            (
                "Brug for hjælp til bad to gange om ugen",
                "Klarer personlig pleje selv",
                "Brug for hjælp til bad og tøj hver morgen",
            ),
        ),
        "O4": FactWords(
            "besøg af visitator",
            (
                "Kan ikke støvsuge og vaske gulv",
                "Klarer vask, kan ikke gøre rent",
                "Kan ikke handle ind og lave varm mad",
            ),
        ),
        "O5": FactWords(
            "samtale i hjemmet", ("Bor alene", "Ægtefælle, der selv er svækket", "Ægtefælle, der klarer indkøb")
        ),
        "O6": FactWords(
            "samtale i hjemmet",
            ("En datter om søndagen, nabo ved behov", "Kommer på Wiedergården om tirsdagen", "Ingen i nærheden"),
        ),
        "O7": FactWords(
            "egen læge",
            ("Hjertesygdom, medicin doseres hver uge", "Sukkersyge, stabil", "Slidgigt, smerter om morgenen"),
        ),
        "O8": FactWords(
            "besøg af visitator",
            ("Rollator og badetaburet, brug for greb", "Indrettet godt, ingen løse tæpper", "Nødkald er sat op"),
        ),
        "O9": FactWords(
            "visitators vurdering",
            (
                "Et forløb på otte uger med træning er tilbudt",
                "Træning er prøvet, borgeren er blevet mere sikker",
                "Træning er overvejet og kan ikke ændre behovet",
            ),
        ),
        "O10": FactWords("samtale i hjemmet", ("Ja, til egen læge og hjemmesygepleje",)),
    },
    notes=(
        NoteWords(
            "Besøg i hjemmet",
            "Borgeren viste, hvordan morgenen går. Datteren var med. Vi talte om, hvad borgeren selv vil øve.",
            "home_visit",
        ),
        NoteWords(
            "Samtale med hjemmesygeplejen", "Sygeplejersken ser borgeren hver uge og er enig i behovet.", "phone"
        ),
        NoteWords("Opkald til datteren", "Efter aftale med borgeren talte vi med datteren om weekender.", "phone"),
    ),
    wishes=(
        Wish(
            "hjælp til bad to gange om ugen og rengøring hver anden uge",
            "hjælp til bad to gange om ugen",
            "rengøring",
            "Hjemmepleje Nord",
        ),
        Wish("hjælp hver morgen og mad fra køkkenet", "hjælp hver morgen", "mad fra køkkenet", "Hjemmepleje Syd"),
        Wish("rengøring hver anden uge", "rengøring hver tredje uge", "rengøring oftere", "Hjemmepleje Syd"),
        Wish(
            "hjælp til bad en gang om ugen og vask af tøj",
            "hjælp til bad en gang om ugen",
            "vask af tøj",
            "Hjemmepleje Nord",
        ),
    ),
    asked_citizen=("O6",),
    asked_other={"O7": ("doctor", "Fjordby Lægehus")},
    against=(
        "O4",
        ("Hjemmeplejen oplyser, at borgeren selv støvsuger", "Ægtefællen oplyser, at vedkommende kan gøre rent"),
    ),
    why=(
        "din ægtefælle kan gøre rent.",
        "du selv kan klare det med de hjælpemidler, du har fået.",
        "et træningsforløb kan gøre dig i stand til det selv.",
    ),
    observed=(
        "Borgeren går sikkert med rollator, men kan ikke løfte armen over skulderen.",
        "Borgeren er frisk i snakken og træt efter kort tid.",
    ),
    conclusion=(
        "Behov for et rehabiliterende forløb sammen med hjælp til bad.",
        "Behov for fast hjælp til det, der ikke kan trænes.",
    ),
    hearing_answers=("Min mand kan ikke gøre rent, han falder.", "Jeg støvsuger kun, hvor jeg kan sidde ned."),
    appeals=(
        "Jeg klager over, at rengøringen er taget fra mig.",
        "I har talt med min mand en god dag. Sådan er det ikke altid.",
    ),
    follow_up=(
        "Borgeren går selv i bad nu. Hjælpen er sat ned.",
        "Behovet er det samme. Hjælpen fortsætter.",
        "Borgeren har brug for mere hjælp om morgenen.",
    ),
)
