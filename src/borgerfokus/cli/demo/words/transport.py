"""Individual transport, serviceloven § 117."""

from borgerfokus.cli.demo.words.model import FactWords, NoteWords, Wish, Words

WORDS = Words(
    answers={
        "trips": (
            "Kor hver tirsdag, 8 km. Min søster en gang om måneden, 25 km.",
            "Svømning to gange om ugen, 6 km hver vej.",
            "Kirkegården hver anden uge, 4 km.",
        ),
        "what_is_hard": (
            "Jeg kan ikke gå hen til bussen, og jeg kan ikke stå op, når den kører.",
            "Jeg ser så lidt, at jeg ikke finder det rigtige stoppested.",
            "Jeg får angst, når der er mange mennesker.",
        ),
        "network": ("Min bror kører mig nogle gange.", "Ingen af os har bil."),
    },
    facts={
        "O1": FactWords("brev fra egen læge", ("Varigt nedsat gang", "Svært synstab, varigt", "Lungesygdom, varig")),
        "O2": FactWords(
            "samtale med borgeren", ("Kan gå 40 meter", "Finder ikke stoppestedet", "Kan ikke stå i bussen")
        ),
        "O3": FactWords(
            "borgerens liste", ("To ture om ugen, i alt 24 km", "Fire ture om måneden", "Otte ture om måneden")
        ),
        "O4": FactWords("svar fra trafikselskabet", ("Er med i ordningen, 104 ture om året", "Afslag, går for langt")),
        "O5": FactWords("samtale med borgeren", ("Ingen bil i husstanden", "En bror kører af og til")),
        "O6": FactWords("tilbud fra vognmand", ("145 kr. pr. tur", "210 kr. pr. tur med lift")),
        "O7": FactWords("sagsbehandlers vurdering", ("Ledsagelse hjælper ikke på turen", "Ledsagelse er tilbudt")),
        "O8": FactWords("samtale med borgeren", ("Ja, til egen læge", "Ja, til læge og trafikselskab")),
    },
    notes=(
        NoteWords("Samtale i telefonen", "Borgeren fortalte om turene. Koret er det vigtigste i ugen.", "phone"),
        NoteWords(
            "Opkald til trafikselskabet", "Borgeren er med i ordningen og har brugt halvdelen af turene.", "phone"
        ),
    ),
    wishes=(
        Wish("kørsel til kor hver uge", "kørsel til kor hver anden uge", "hver uge", "Fjordby Taxa"),
        Wish("otte ture om måneden", "fire ture om måneden", "fire ture mere", "Fjordby Taxa"),
    ),
    asked_citizen=("O3", "O4"),
    asked_other={"O1": ("doctor", "Lægerne Havnegade")},
    against=("O4", ("Trafikselskabet oplyser, at borgeren har 60 ture tilbage i år",)),
    why=("du har ture tilbage i trafikselskabets ordning, og de dækker resten.",),
    observed=("Går med rollator og må hvile efter 40 meter.",),
    conclusion=("Handicapkørsel dækker de fleste ture. Koret ligger uden for området.",),
    hearing_answers=("Turene kan ikke bruges om aftenen, hvor koret er.",),
    appeals=("Jeg klager, for uden kørsel kan jeg ikke gå i kor.",),
    follow_up=("Turene bliver brugt. Behovet er det samme.", "Borgeren har fået et lift i koret og bruger færre ture."),
    months=12,
)
