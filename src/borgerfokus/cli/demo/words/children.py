"""Children and young people, barnets lov: the screening, the examination, the support, and the plan at 16."""

from dataclasses import replace

from borgerfokus.cli.demo.words.model import FactWords, NoteWords, Wish, Words

_VIEW = FactWords(
    "samtale med barnet og forældrene",
    (
        "Kommer for sent i skole og er træt. Sover dårligt, når der er uro hjemme",
        "Har trukket sig fra kammeraterne siden sommer",
    ),
)
_TALK = FactWords(
    "samtale med barnet på skolen",
    (
        "Vil gerne have en voksen, der kommer fast. Vil ikke flytte skole",
        "Synes, at det er svært, når de voksne skændes. Er glad for sin træner",
    ),
)
_CUSTODY = FactWords("CPR-opslag", ("Fælles forældremyndighed, bor hos moren", "Moren har forældremyndigheden alene"))
_GOALS = FactWords(
    "samtale med familien", ("At der er ro om aftenen, og at skolen lykkes", "At kunne være sammen med andre igen")
)
_SCHOOL = FactWords(
    "udtalelse fra skolen", ("Fravær 14 procent, fagligt med", "Trives i klassen, men falder hen om morgenen")
)
_NETWORK = FactWords("samtale med familien", ("En farmor tæt på og en træner", "En moster, som barnet besøger"))
_CONSENT = FactWords("samtale med forældrene", ("Ja, til skole og læge", "Ja, til skolen"))
_OTHER = FactWords(
    "sagsbehandlers vurdering",
    ("Skolens AKT-vejleder og åben rådgivning er prøvet", "Fritidspas og sundhedsplejen er overvejet"),
)
_RISK = FactWords("sagsbehandlers vurdering", ("Ingen tegn på vold eller overgreb", "Ingen er bange for nogen hjemme"))

SCREENING = Words(
    answers={
        "what_is_hard": ("Han sover ikke og vil ikke i skole.", "Hun er alene om eftermiddagen og bange for mørket."),
        "child_says": ("Jeg vil gerne have, at der er stille.", "Jeg vil helst være hos farmor."),
        "wishes": ("At han kommer i skole og sover.", "At vi kan tale sammen uden at råbe."),
        "network": ("Farmor hjælper hver onsdag.", "En moster og en nabo."),
        "school": ("Fjordby Skole, 2. b", "Børnehaven Solsikken"),
        "reach": ("På telefon efter klokken 15.", "Skriv helst."),
    },
    facts={
        "O1": _VIEW,
        "O2": _TALK,
        "O3": _CUSTODY,
        "O4": _GOALS,
        "O5": _RISK,
        "O6": _CONSENT,
        "O7": _OTHER,
    },
    notes=(
        NoteWords("Samtale med barnet på skolen", "Vi talte i en halv time. Barnet ville gerne spørges.", "meeting"),
        NoteWords("Møde med forældrene", "Begge forældre var med. De er enige om, hvad der er svært.", "meeting"),
    ),
    wishes=(
        Wish("en børnefaglig undersøgelse", "en afdækning", "en børnefaglig undersøgelse", ""),
    ),
    asked_citizen=("O4",),
    asked_other={"O1": ("school", "Fjordby Skole")},
    against=("O1", ("Skolen oplyser, at barnet trives og kommer hver dag",)),
    why=("barnet trives i skolen, og familien får hjælp dér.",),
    observed=("Barnet er åbent og fortæller gerne. Forældrene er trætte og vil gerne have hjælp.",),
    conclusion=("Der er brug for at se nærmere på, hvad barnet og forældrene har brug for.",),
    hearing_answers=("Vi synes, at skolen ser for lidt af det.",),
    appeals=("Vi er uenige. Aftenerne er det sværeste.",),
    follow_up=("Barnet har det bedre. Familien kan ringe igen.",),
)
EXAMINATION = replace(
    SCREENING,
    facts={
        "O1": _VIEW,
        "O2": _TALK,
        "O3": _CUSTODY,
        "O4": _SCHOOL,
        "O5": FactWords("udtalelse fra sundhedsplejen", ("Alderssvarende. Sover for lidt", "Følger sin kurve")),
        "O6": FactWords(
            "samtaler hjemme", ("Varme og faste om morgenen, mister grebet om aftenen", "Vil gerne lære at sige fra")
        ),
        "O7": _NETWORK,
        "O8": _GOALS,
        "O9": _CONSENT,
        "O10": _OTHER,
    },
    asked_citizen=("O8",),
    asked_other={"O4": ("school", "Fjordby Skole"), "O5": ("doctor", "Sundhedsplejen")},
    wishes=(Wish("støtte til barnet og familien", "åben rådgivning", "støtte i hjemmet", ""),),
)
SUPPORT = replace(
    EXAMINATION,
    facts={
        "O1": _VIEW,
        "O2": _TALK,
        "O3": _CUSTODY,
        "O4": _SCHOOL,
        "O5": FactWords("undersøgelsen", ("Viser brug for en fast voksen", "Anbefaler støtte")),
        "O6": _GOALS,
        "O7": _NETWORK,
        "O8": FactWords("sagsbehandlers vurdering", ("Åben rådgivning er prøvet og ikke nok", "Et kursus er prøvet")),
        "O9": _CONSENT,
        "O10": _OTHER,
    },
    asked_citizen=("O6",),
    asked_other={"O4": ("school", "Fjordby Skole")},
    wishes=(
        Wish(
            "en kontaktperson fire timer om ugen",
            "en kontaktperson to timer om ugen",
            "to timer om ugen",
            "Familiehuset i Fjordby",
        ),
    ),
    months=6,
)
YOUTH_PLAN = replace(
    SUPPORT,
    answers={
        **SCREENING.answers,
        "what_is_hard": ("Jeg ved ikke, hvor jeg skal bo, når jeg er 18.",),
        "wishes": ("En lille lejlighed, en læreplads og nogen at spise med.",),
        "school": ("HF, første år",),
    },
    facts={
        "O1": FactWords("samtale med den unge", ("En læreplads og et sted at bo", "At blive på sin skole")),
        "O2": FactWords("samtale med den unge", ("Vil selv bestemme, hvem der kommer med til møder",)),
        "O3": FactWords("udtalelse fra skolen", ("Kommer hver dag og klarer fagene",)),
        "O4": FactWords("samtale med den unge", ("Kan blive boende hos sin mor til sommer",)),
        "O5": _NETWORK,
        "O6": FactWords("møde med voksenteamet", ("Støtte til post og aftaler som voksen",)),
        "O7": _CONSENT,
        "O8": _OTHER,
    },
    asked_citizen=("O4",),
    asked_other={"O3": ("school", "Skolen")},
    wishes=(Wish("en ungeplan", "en ungeplan", "", "Familiehuset i Fjordby"),),
)
