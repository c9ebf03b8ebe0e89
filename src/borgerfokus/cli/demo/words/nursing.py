"""Home nursing, sundhedsloven § 138."""

from borgerfokus.cli.demo.words.model import FactWords, NoteWords, Wish, Words

WORDS = Words(
    answers={
        "since": (
            "Jeg kom hjem i går med et sår på benet.",
            "Jeg har fået ny medicin og kan ikke overskue den.",
            "Jeg skal have støttestrømper på hver morgen og kan ikke bøje mig.",
        ),
        "self_can": ("Jeg vil gerne lære at gøre det selv.", "Min kone kan måske lære det.", "Det tør jeg ikke."),
        "doctor": ("Fjordby Lægehus", "Lægerne Havnegade"),
        "reach": ("på telefon hele dagen",),
    },
    facts={
        "O1": FactWords("henvisning fra egen læge", ("Henvist til sårpleje", "Henvist til dosering af medicin")),
        "O2": FactWords(
            "henvisning", ("Sår skiftes tre gange om ugen", "Medicin doseres hver anden uge", "Strømper hver dag")
        ),
        "O3": FactWords("det fælles medicinkort", ("Seks præparater, afstemt", "To præparater er stoppet")),
        "O4": FactWords("første besøg", ("Sover dårligt, ellers intet nyt", "Smerter ved skift", "Let undervægtig")),
        "O5": FactWords("første besøg", ("Kan lære at tage strømper på med hjælpemiddel", "Kan ikke lære det nu")),
        "O6": FactWords("samtale i telefonen", ("Kan komme på klinikken", "Kan ikke komme ud")),
        "O7": FactWords("samtale i telefonen", ("Ja, til egen læge og sygehuset",)),
    },
    notes=(
        NoteWords("Første besøg", "Såret er rent. Borgeren vil gerne selv lære at skifte det.", "home_visit"),
        NoteWords("Opkald til lægen", "Vi gennemgik medicinen. Lægen retter kortet i dag.", "phone"),
    ),
    wishes=(
        Wish("sårpleje tre gange om ugen", "sårpleje på klinikken", "sårpleje derhjemme", "Hjemmesygepleje"),
        Wish("hjælp til medicin hver anden uge", "medicin pakket på apoteket", "dosering hjemme", "Hjemmesygepleje"),
        Wish("støttestrømper morgen og aften", "støttestrømper om morgenen", "om aftenen", "Hjemmesygepleje"),
    ),
    asked_citizen=("O5",),
    asked_other={"O1": ("doctor", "Fjordby Lægehus"), "O2": ("hospital", "Fjordby Sygehus")},
    against=("O6", ("Aktivitetshuset oplyser, at borgeren selv kører dertil to gange om ugen",)),
    why=("du kan komme på klinikken, og der er tid samme dag.", "apoteket kan pakke din medicin."),
    observed=("Huden er tør og hel. Kan nå sine fødder med hjælpemiddel.",),
    conclusion=(
        "Sårpleje tre gange om ugen i seks uger. Derefter klinik.",
        "Dosering, til pakket medicin er på plads.",
    ),
    hearing_answers=("Jeg kan kun køre, når min nabo har tid.",),
    appeals=("Jeg klager, for jeg kan ikke komme på klinikken.",),
    follow_up=("Såret er helet. Hjælpen stopper.", "Medicinen er pakket nu. Besøget er sat ned."),
    months=3,
)
