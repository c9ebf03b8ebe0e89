"""A temporary place to live, serviceloven § 107."""

from borgerfokus.cli.demo.words.model import FactWords, NoteWords, Wish, Words

WORDS = Words(
    answers={
        "what_is_hard": (
            "Jeg kan ikke være alene om natten. Så sover jeg ikke og går ned næste dag.",
            "Jeg bor hos min mor, og det går ikke længere for nogen af os.",
            "Jeg skal udskrives og har ikke et sted, hvor der er nogen i nærheden.",
        ),
        "wishes": (
            "At have mit eget sted og et arbejde, jeg kan klare.",
            "At kunne bo selv om et par år.",
            "At have nogen at spise sammen med og få ro på.",
        ),
        "place_wish": ("Gerne i Fjordby, tæt på min familie.", "Helst et lille sted.", "Ikke for langt fra bussen."),
        "tried": (
            "Bostøtte fire timer om ugen. Det var ikke nok om natten.",
            "Jeg har haft støtte i egen bolig i et år.",
        ),
        "network": ("Min mor og min bror.", "En ven fra skolen og min moster.", "Min kontaktperson på sygehuset."),
    },
    facts={
        "O1": FactWords(
            "samtale med borgeren", ("Vil bo selv om to år og have et job på nedsat tid", "Vil have ro og faste tider")
        ),
        "O2": FactWords(
            "udredning fra psykiatrien",
            (
                "Meget nedsat funktionsevne på grund af sindslidelse",
                "Udviklingshandicap, brug for voksne hele døgnet",
                "Autisme med stort behov for forudsigelighed",
            ),
        ),
        "O3": FactWords(
            "CPR-opslag og samtale",
            (
                "Kan blive hos sin mor indtil sommer",
                "Skal udskrives om fire uger",
                "Lejlighed er opsagt til udgangen af kvartalet",
            ),
        ),
        "O4": FactWords(
            "funktionsbeskrivelse",
            (
                "Svært nedsat til praktiske opgaver, klarer personlig pleje med guidning",
                "Moderat nedsat, brug for nogen i nærheden om natten",
            ),
        ),
        "O5": FactWords(
            "statusnotat fra Bostøtten",
            (
                "Støtte i egen bolig i et år uden varig virkning",
                "Prøvet med 6 timer om ugen, borgeren blev indlagt to gange",
            ),
        ),
        "O6": FactWords(
            "psykiatrisk ambulatorium",
            ("Behandling hver anden uge, stabil medicin", "Følges hver måned, ingen ændringer"),
        ),
        "O7": FactWords(
            "samtale med borgeren", ("En mor og en bror, som vil blive ved at komme", "En enkelt ven, ellers ingen")
        ),
        "O8": FactWords(
            "sagsbehandler og sygehus",
            ("Ikke til fare for andre. Risiko for at gå i stå alene", "Trygt nu, men ikke alene om natten"),
        ),
        "O9": FactWords(
            "sagsbehandlers vurdering",
            (
                "Støtte i egen bolig, aflastning og dagtilbud er overvejet og ikke nok",
                "Opgangsfællesskab er overvejet, ingen voksne om natten",
            ),
        ),
        "O10": FactWords("samtale med borgeren", ("Ja, til sygehus, læge og skole", "Ja, til sygehus")),
        "O11": FactWords(
            "besøg på stedet", ("Har set Havbo og vil gerne bo der", "Har set to steder og vælger det nærmeste")
        ),
    },
    notes=(
        NoteWords(
            "Netværksmøde",
            "Borgeren, mor og sygehuset var med. Alle ser behov for et sted med voksne om natten.",
            "meeting",
        ),
        NoteWords("Besøg på Havbo", "Borgeren så stedet og talte med to beboere. Vil gerne bo der.", "home_visit"),
        NoteWords("Samtale med sygehuset", "Udskrivningen kan vente to uger, hvis et sted er fundet.", "phone"),
    ),
    wishes=(
        Wish(
            "et midlertidigt sted at bo med voksne hele døgnet",
            "et midlertidigt sted at bo med voksne om dagen og aftenen",
            "voksne om natten",
            "Havbo",
        ),
        Wish("et midlertidigt sted at bo i to år", "et midlertidigt sted at bo i et år", "det andet år", "Havbo"),
    ),
    asked_citizen=("O3", "O7"),
    asked_other={
        "O6": ("hospital", "Psykiatrisk ambulatorium"),
        "O4": ("provider", "Bostøtten Fjordby"),
        "O2": ("hospital", "Regionspsykiatrien"),
    },
    against=(
        "O8",
        (
            "Stedet oplyser, at borgeren sover roligt uden voksne om natten",
            "Sygehuset vurderer, at borgeren kan bo selv med støtte om dagen",
        ),
    ),
    why=(
        "du sover roligt om natten, og voksne om dagen og aftenen er nok til dine mål.",
        "støtte i egen bolig ikke er prøvet i det omfang, som din læge anbefaler.",
    ),
    observed=(
        "Borgeren er træt og bekymret for at bo alene. Fungerer godt med faste aftaler.",
        "Borgeren kan fortælle, hvad der hjælper, men gør det ikke alene.",
    ),
    conclusion=(
        "Behov for et midlertidigt sted med voksne i nærheden. Målet er egen bolig med støtte.",
        "Behov for ophold i en periode med træning i at bo selv.",
    ),
    hearing_answers=(
        "Jeg sover kun, fordi der er nogen. Det skal I have med.",
        "Jeg forstår det godt, men jeg er bange for nætterne.",
    ),
    appeals=(
        "Jeg klager, fordi jeg ikke kan være alene om natten.",
        "Min læge siger noget andet end det, I har skrevet.",
    ),
    follow_up=(
        "Borgeren er faldet til og deltager i madlavning.",
        "Målet om en uddannelse er sat i gang. Opholdet fortsætter.",
    ),
    months=12,
)
