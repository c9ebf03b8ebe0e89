"""Rehabilitation after hospital, sundhedsloven § 140, carried out by Nabosund Kommune."""

from borgerfokus.cli.demo.words.model import FactWords, NoteWords, Wish, Words

WORDS = Words(
    answers={
        "hospital": ("Regionshospitalet", "Sygehus Nord", "Ortopædkirurgisk afdeling"),
        "before": ("Jeg cyklede og passede min have.", "Jeg gik tur hver dag.", "Jeg arbejdede på fuld tid."),
        "goal": (
            "At gå på trapper uden at holde fast.",
            "At kunne løfte mit barnebarn.",
            "At komme tilbage på arbejde.",
            "At gå til købmanden og hjem igen.",
        ),
    },
    facts={
        "O1": FactWords(
            "genoptræningsplan fra sygehus",
            (
                "Almen genoptræning efter ny hofte",
                "Almen genoptræning efter brud i håndled",
                "Almen genoptræning efter blodprop",
                "Genoptræning på specialiseret niveau af skulder",
            ),
        ),
        "O2": FactWords("genoptræningsplan fra sygehus", ("Udskrevet dagen før henvendelsen", "Udskrevet samme dag")),
        "O3": FactWords(
            "samtale med borgeren",
            ("At gå på trapper uden at holde fast", "At komme tilbage på arbejde", "At gå til købmanden og hjem igen"),
        ),
        "O4": FactWords(
            "fysioterapeut, Nabosund",
            ("Gik frit før, går nu med stok", "Fuld bevægelse før, nu halvdelen", "Cyklede før, går nu 200 meter"),
        ),
        "O5": FactWords("samtale med borgeren", ("Kommer selv", "Brug for kørsel de første fire uger")),
        "O6": FactWords(
            "fysioterapeut, Nabosund", ("Tid tilbudt og taget imod", "Tid tilbudt, borgeren valgte en senere dag")
        ),
        "O7": FactWords("samtale med borgeren", ("Ja",)),
    },
    notes=(
        NoteWords(
            "Første undersøgelse", "Målt bevægelse og styrke. Borgeren begynder på hold to gange om ugen.", "meeting"
        ),
        NoteWords("Samtale om tid til træning", "Borgeren vil helst træne om formiddagen. Tid er aftalt.", "phone"),
    ),
    wishes=(
        Wish(
            "genoptræning på hold i 12 uger",
            "genoptræning på hold i 8 uger",
            "de sidste 4 uger",
            "Genoptræning, Nabosund",
        ),
        Wish("genoptræning med kørsel", "genoptræning", "kørsel", "Genoptræning, Nabosund"),
        Wish(
            "genoptræning alene med en fysioterapeut", "genoptræning på hold", "træning alene", "Genoptræning, Nabosund"
        ),
    ),
    asked_citizen=("O5",),
    asked_other={"O1": ("hospital", "Regionshospitalet")},
    against=("O5", ("Borgeren er set komme til træning på cykel", "Bussen kører fra døren til træningen")),
    why=(
        "du selv kan komme til træning.",
        "sygehusets plan siger træning på hold.",
        "målet i planen kan nås på kortere tid.",
    ),
    observed=("God fremgang. Smerter ved trapper.", "Nedsat styrke, god motivation."),
    conclusion=("Genoptræning på hold efter planen.", "Genoptræning på hold, vurderes igen efter seks uger."),
    hearing_answers=("Jeg kan kun cykle på gode dage.", "Bussen standser 400 meter væk."),
    appeals=("Jeg klager over, at jeg ikke får kørsel.", "Holdet er for hårdt for mig."),
    follow_up=("Målet er nået.", "Træner videre i en forening.", "Fremgang, forløbet slutter."),
    months=3,
)
