"""Necessary additional costs, serviceloven § 100."""

from borgerfokus.cli.demo.words.model import FactWords, NoteWords, Wish, Words

WORDS = Words(
    answers={
        "cost_what": (
            "Medicin fra apoteket",
            "Taxa til sygehuset",
            "Særlig mad",
            "Creme",
            "Ekstra vask",
            "Mere varme på",
        ),
        "cost_amount": ("320", "450", "600", "140", "120", "300"),
        "cost_note": ("Kun når jeg har anfald", "Mest om vinteren"),
        "monthly_total": ("890", "740", "500", "680"),
        "since": ("2023-01-15", "2022-09-01", "2023-06-01"),
        "reason": (
            "Jeg har leddegigt og kan ikke tage bussen, når jeg har anfald.",
            "Jeg tåler ikke almindelig mad på grund af min sygdom.",
            "Jeg sidder i kørestol, og tøj og hynder bliver slidt hurtigt.",
            "Jeg fryser på grund af sygdommen og er nødt til at have mere varme på.",
        ),
    },
    facts={
        "O1": FactWords(
            "brev fra egen læge",
            (
                "Leddegigt med anfald, bliver ved",
                "Tarmsygdom, bliver ved",
                "Rygmarvsskade, varig",
                "Sklerose, bliver ved",
            ),
        ),
        "O2": FactWords(
            "CPR-opslag og ydelsesregister",
            ("Under folkepensionsalderen, får ikke pension", "Under folkepensionsalderen, får fleksløntilskud"),
        ),
        "O3": FactWords(
            "borgerens opstilling",
            (
                "Medicin 320 kr., taxa 450 kr. og vask 120 kr. om måneden",
                "Særlig mad 600 kr. og creme 140 kr. om måneden",
                "Varme 300 kr. og tøj 200 kr. om måneden",
            ),
        ),
        "O4": FactWords(
            "borgeren og egen læge",
            (
                "Lægen bekræfter, at taxa er nødvendig ved anfald",
                "Diæten er lægeligt begrundet",
                "Slid følger af kørestolen",
            ),
        ),
        "O5": FactWords(
            "sagsbehandlers beregning",
            ("En normal udgift til mad og vask er trukket fra", "Den normale udgift til transport er et månedskort"),
        ),
        "O6": FactWords(
            "register og borgeren",
            ("Medicintilskud er trukket fra", "Intet dækket andre steder", "En del af kørslen dækkes af regionen"),
        ),
        "O7": FactWords(
            "sagsbehandlers vurdering", ("Kørsel efter andre regler er overvejet", "Hjælpemiddel i stedet er overvejet")
        ),
        "O8": FactWords("samtale med borgeren", ("Ja, til egen læge", "Ja, til egen læge og apotek")),
    },
    notes=(
        NoteWords(
            "Gennemgang af udgifter",
            "Vi gik hver udgift igennem i telefonen. Borgeren sender kvitteringer for to måneder.",
            "phone",
        ),
        NoteWords(
            "Samtale om dækning andre steder", "Borgeren får tilskud til medicin. Resten er ikke dækket.", "phone"
        ),
    ),
    wishes=(
        Wish(
            "dækning af ekstra udgifter på 890 kr. om måneden",
            "dækning af ekstra udgifter på 600 kr. om måneden",
            "ekstra vask og en del af kørslen",
            "Ydelsesteamet",
        ),
        Wish("dækning af særlig mad og creme", "dækning af særlig mad", "creme", "Ydelsesteamet"),
        Wish("dækning af varme og slid på tøj", "dækning af slid på tøj", "varme", "Ydelsesteamet"),
    ),
    asked_citizen=("O3", "O6"),
    asked_other={"O1": ("doctor", "Lægerne Havnegade"), "O4": ("doctor", "Fjordby Lægehus")},
    against=(
        "O6",
        ("Apotekets register viser, at medicinen allerede er dækket", "Regionen oplyser, at kørslen dækkes fuldt ud"),
    ),
    why=(
        "udgiften er den samme, som andre på din alder har.",
        "udgiften allerede er dækket efter andre regler.",
        "lægen ikke kan bekræfte, at udgiften følger af sygdommen.",
    ),
    observed=(
        "Udgifterne er ført omhyggeligt og stemmer med kvitteringerne.",
        "Nogle udgifter er ens for alle og kan ikke regnes med.",
    ),
    conclusion=(
        "De nødvendige udgifter ligger over bagatelgrænsen.",
        "En del af udgifterne følger af sygdommen, resten er almindelige.",
    ),
    hearing_answers=(
        "Jeg har fået det dækket én gang, men ikke siden.",
        "Det er ikke rigtigt, at andre har den udgift.",
    ),
    appeals=("Jeg klager over, at I ikke regner min kørsel med.", "I har trukket noget fra, som jeg ikke får."),
    follow_up=(
        "Udgifterne er de samme. Beløbet fortsætter.",
        "En udgift er faldet bort. Beløbet sættes ned efter ny afgørelse.",
    ),
    months=12,
)
