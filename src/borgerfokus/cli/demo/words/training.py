"""Rehabilitation and maintenance training, serviceloven § 86."""

from borgerfokus.cli.demo.words.model import FactWords, NoteWords, Wish, Words

WORDS = Words(
    answers={
        "what_is_hard": (
            "Efter lungebetændelsen kan jeg ikke gå op ad trappen.",
            "Jeg er blevet usikker på benene og er faldet to gange.",
            "Min sygdom gør mig stivere for hver måned.",
        ),
        "wishes": (
            "Jeg vil gerne kunne gå til købmanden igen.",
            "Jeg vil gerne kunne rejse mig uden at holde fast.",
            "Jeg vil gerne blive ved med at kunne gå selv.",
        ),
        "own_training": ("Jeg går en lille tur hver dag.", "Jeg har øvelser fra lægen, men de gør ondt."),
        "reach": ("på telefon om formiddagen",),
    },
    facts={
        "O1": FactWords(
            "første samtale", ("Vil gå til købmanden selv", "Vil op ad trappen", "Vil holde gangen ved lige")
        ),
        "O2": FactWords("egen læge", ("Tabte kræfter efter lungebetændelse", "Sygdom, der bliver værre over tid")),
        "O3": FactWords("journalopslag hos egen læge", ("Ingen plan fra sygehuset", "Var ikke indlagt")),
        "O4": FactWords(
            "måling hos Nabosund", ("Rejser sig fire gange på 30 sekunder", "Går 180 meter på seks minutter")
        ),
        "O5": FactWords("egen læge", ("Ingen hensyn", "Puls under 120, kender selv tegnene")),
        "O6": FactWords(
            "terapeutens vurdering", ("Et hold i en forening er ikke nok endnu", "Kan træne selv om to måneder")
        ),
        "O7": FactWords("terapeutens vurdering", ("Stolegymnastik er prøvet", "Intet andet dækker")),
        "O8": FactWords("første samtale", ("Ja, til egen læge", "Ja, til læge og sygehus")),
    },
    notes=(
        NoteWords("Første måling", "Borgeren rejste sig fire gange. Vi satte mål om trappen.", "meeting"),
        NoteWords("Samtale i telefonen", "Borgeren kan selv komme til træning om tirsdagen.", "phone"),
    ),
    wishes=(
        Wish(
            "træning to gange om ugen i tolv uger",
            "træning en gang om ugen i tolv uger",
            "to gange om ugen",
            "Genoptræning, Nabosund",
        ),
        Wish("træning i otte uger", "et hold i otte uger", "træning alene", "Genoptræning, Nabosund"),
    ),
    asked_citizen=("O6",),
    asked_other={"O2": ("doctor", "Fjordby Lægehus"), "O5": ("doctor", "Lægerne Havnegade")},
    against=("O6", ("Foreningen oplyser, at borgeren går på holdet to gange om ugen",)),
    why=("et hold i foreningen giver dig det samme, og du kan begynde i næste uge.",),
    observed=("Går med korte skridt og drejer usikkert.", "Svag i benene, motiveret."),
    conclusion=("Træning på hold i tolv uger ventes at give trappen tilbage.", "Vedligeholdelse en gang om ugen."),
    hearing_answers=("Jeg var på holdet, men kunne ikke følge med.",),
    appeals=("Jeg klager, for en gang om ugen er ikke nok.",),
    follow_up=("Slutmåling: otte gange på 30 sekunder. Fortsætter på hold i foreningen.", "Gangen er holdt ved lige."),
    months=3,
)
