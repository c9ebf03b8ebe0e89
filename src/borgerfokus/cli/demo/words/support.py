"""Support in everyday life, serviceloven § 85."""

from borgerfokus.cli.demo.words.model import FactWords, NoteWords, Wish, Words

WORDS = Words(
    answers={
        "what_is_hard": (
            "Jeg får ikke åbnet min post, og så hober det sig op. Jeg glemmer aftaler og bliver væk.",
            "Jeg har svært ved at komme ud ad døren, især når jeg skal et sted hen, jeg ikke kender.",
            "Det er svært at få spist og sovet på faste tider. Så kan jeg ikke overskue resten.",
            "Jeg kan ikke holde styr på penge og regninger, og der er rod overalt derhjemme.",
            "Siden jeg kom hjem fra sygehuset, kan jeg ikke samle mig om noget ret længe.",
        ),
        "what_works": (
            "Jeg klarer indkøb, når jeg har en liste.",
            "Jeg laver selv mad de fleste dage.",
            "Jeg passer min kat.",
        ),
        "wishes": (
            "Jeg vil gerne kunne åbne min post samme uge og komme til mine aftaler.",
            "Jeg vil gerne ud af huset to gange om ugen uden at have en med.",
            "Jeg vil gerne have en dag, der ligner andres, med mad og søvn på faste tider.",
            "Jeg vil gerne selv kunne betale mine regninger til tiden.",
        ),
        "network": (
            "Min søster kommer en gang om ugen. Ellers ser jeg ikke nogen.",
            "Mine forældre hjælper med penge. De bor langt væk.",
            "Der er ikke rigtig nogen.",
            "En nabo går med til lægen.",
        ),
        "earlier_help": (
            "Jeg har haft en kontaktperson før. Det hjalp at have en fast dag.",
            "Det er første gang.",
            "Et forløb på seks måneder. Jeg nåede det ene af to mål.",
        ),
    },
    facts={
        "O1": FactWords(
            "samtale med borgeren",
            (
                "Vil klare post, aftaler og aftensmad selv",
                "Vil ud af huset to gange om ugen",
                "Vil have styr på regninger",
            ),
        ),
        "O2": FactWords(
            "samtale og brev fra egen læge",
            (
                "Angst gennem flere år, svært ved at komme ud",
                "Opmærksomhedsforstyrrelse, svært ved at begynde og blive færdig",
                "Følger efter en hjerneskade, bliver hurtigt træt",
            ),
        ),
        "O3": FactWords(
            "CPR-opslag", ("Egen lejlighed, ikke planer om at flytte", "Bor i egen bolig", "Bor hos sine forældre")
        ),
        "O4": FactWords(
            "samtale med borgeren",
            ("En søster hver uge, ellers få kontakter", "Forældre, der bor langt væk", "Ingen, der kan hjælpe fast"),
        ),
        "O5": FactWords(
            "måling ved forløbets slutning",
            ("Et forløb på seks måneder, et af to mål nået", "Ingen tidligere støtte", "Fast kontakt hver uge virkede"),
        ),
        "O6": FactWords(
            "Jobcenter Nabosund",
            ("Sygedagpenge og en plan hos jobcentret", "Førtidspension", "Uddannelse på nedsat tid"),
        ),
        "O7": FactWords(
            "statusnotat fra Bostøtten",
            (
                "Moderat nedsat til praktiske opgaver",
                "Let nedsat, klarer mad og tøj",
                "Svært nedsat, når der er flere ting på én dag",
            ),
        ),
        "O8": FactWords(
            "sagsbehandlers vurdering",
            (
                "Værested og frivillig følgeven er prøvet og ikke nok",
                "Gruppeforløb er tilbudt, borgeren har brug for støtte i hjemmet",
                "Digital støtte alene er ikke nok",
            ),
        ),
        "O9": FactWords(
            "samtale med borgeren",
            ("Ja, til egen læge og jobcenter", "Ja, til egen læge", "Ja, men spørg borgeren først"),
        ),
        "O10": FactWords(
            "udskrivningsbrev",
            (
                "Indlagt i tre uger, anbefales støtte i hverdagen",
                "Ikke indlagt inden for det sidste år",
                "Ambulant behandling hver måned",
            ),
        ),
        "O11": FactWords(
            "egen læge",
            (
                "Søvnen er ustabil, medicin om aftenen",
                "Ingen særlige hensyn",
                "Medicinen gør borgeren træt før klokken ti",
            ),
        ),
        "O12": FactWords(
            "sagsbehandlers notat",
            (
                "Borgeren har deltaget i to samtaler og læst vurderingen",
                "Møde i hjemmet og en telefonsamtale",
                "Borgeren havde sin søster med",
            ),
        ),
    },
    notes=(
        NoteWords(
            "Besøg hjemme hos borgeren",
            "Vi gik en almindelig uge igennem. Indkøb går med en liste. Breve fra det offentlige er sværest.",
            "home_visit",
        ),
        NoteWords(
            "Møde på rådhuset",
            "Borgeren fortalte om søvn, mad og aftaler. Vi blev enige om, at støtten skal ligge midt på dagen.",
            "meeting",
        ),
        NoteWords(
            "Samtale i telefonen",
            "Borgeren har det bedst, når aftaler er faste. Vi aftalte at ringe hver anden uge, til sagen er afgjort.",
            "phone",
        ),
        NoteWords("Samtale med Bostøtten", "Bostøtten har en medarbejder med plads fra næste måned.", "phone"),
    ),
    wishes=(
        Wish("støtte 6 timer om ugen", "støtte 4 timer om ugen", "2 timer om aftenen", "Bostøtten Fjordby"),
        Wish("støtte 4 timer om ugen", "støtte 3 timer om ugen", "1 time i weekenden", "Bostøtten Fjordby"),
        Wish(
            "støtte 3 timer om ugen og telefon om aftenen",
            "støtte 3 timer om ugen",
            "telefon om aftenen",
            "Bostøtten Fjordby",
        ),
        Wish(
            "støtte 2 timer om ugen",
            "støtte 1 time om ugen og et gruppeforløb",
            "1 time om ugen alene",
            "Bostøtten Fjordby",
        ),
    ),
    asked_citizen=("O10", "O6", "O4"),
    asked_other={
        "O11": ("doctor", "Lægerne Havnegade"),
        "O7": ("provider", "Bostøtten Fjordby"),
        "O2": ("doctor", "Fjordby Lægehus"),
    },
    against=(
        "O5",
        (
            "Bostøtten oplyser, at borgeren nåede to af tre mål med 3 timer om ugen",
            "Aktivitetshuset oplyser, at borgeren klarer aftenerne der uden støtte",
        ),
    ),
    why=(
        "du når dine mål med færre timer, og aktivitetshuset er åbent for dig to aftener om ugen.",
        "du selv klarer mad, tøj og rengøring, og det er breve og aftaler, du har brug for støtte til.",
        "et gruppeforløb er nok til det mål, du selv har sat øverst.",
    ),
    observed=(
        "Borgeren er åben og ved godt, hvad der er svært. Mangler et overblik over ugen.",
        "Hjemmet er ryddeligt. En stak breve er ikke åbnet.",
    ),
    conclusion=(
        "Behov for fast støtte til post, aftaler og at komme ud. Støtte i hjemmet er det laveste trin, der er nok.",
        "Behov for støtte til struktur. Begynd med få timer, og se på det igen efter tre måneder.",
    ),
    hearing_answers=(
        "Jeg mener, at støtten om aftenen er nødvendig to gange om ugen.",
        "Det er rigtigt, at jeg nåede målene. Men det var, da min søster boede her.",
    ),
    appeals=(
        "Jeg er uenig. Aftenerne er det sværeste, og det har I ikke set på.",
        "Jeg klager, fordi I har lagt vægt på noget, der var, før jeg blev indlagt.",
    ),
    follow_up=(
        "Borgeren åbner sin post hver uge og kommer til de fleste aftaler. Støtten fortsætter.",
        "Det ene mål er nået. Vi sætter timerne ned fra næste måned efter aftale.",
        "Borgeren er glad for den faste dag. Målet om at komme ud er ikke nået endnu.",
    ),
    months=12,
)
