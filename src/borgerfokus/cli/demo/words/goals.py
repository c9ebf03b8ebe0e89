"""What goals, plans and status notes say in the demo, by theme of the assessment."""

from dataclasses import dataclass

from borgerfokus.cli.demo.acts.theming import Said
from borgerfokus.core.interventions.plan import GoalContent, StepContent, kind_for
from borgerfokus.core.interventions.words import StepOwner


@dataclass(frozen=True)
class GoalWords:
    """A goal of one theme: as the citizen says it, how it is seen, and the steps of the provider and the citizen."""

    title: str
    measure: str
    together: str
    alone: str


BY_THEME = {
    "chores": GoalWords(
        "Jeg handler selv ind og laver aftensmad fire dage om ugen",
        "Der er mad i køleskabet, når I kommer om torsdagen.",
        "Skriv en indkøbsliste sammen om mandagen",
        "Lav mad efter listen, også når det er en dårlig dag",
    ),
    "relations": GoalWords(
        "Jeg ser nogen hver uge, som jeg har det godt med",
        "Du har været i værestedet eller set en ven i den sidste uge.",
        "Gå med til værestedet de første fire gange",
        "Skriv til Jonas om søndagen",
    ),
    "community": GoalWords(
        "Jeg åbner selv min post i den uge, den kommer",
        "Bunken er væk, og regninger er betalt til tiden.",
        "Sorter posten sammen hver tirsdag",
        "Åbn brevene samme dag, og læg dem i mappen",
    ),
    "self-care": GoalWords(
        "Jeg spiser morgenmad og går i bad hver dag",
        "Du siger selv, at du har spist, når vi ringer.",
        "Ring kl. 8 de første uger",
        "Sæt uret, og læg tøjet frem om aftenen",
    ),
    "communication": GoalWords(
        "Jeg siger til, når det er for meget",
        "Vi har talt om det, før en aftale bliver aflyst.",
        "Øv to sætninger, der siger fra",
        "Sig til i god tid",
    ),
    "mobility": GoalWords(
        "Jeg kan selv komme med bussen til træning",
        "Du har taget bussen alene mindst to gange på en måned.",
        "Kør med bussen sammen tre gange",
        "Tag selv bussen hjem",
    ),
}
OTHER = GoalWords(
    "Jeg får hverdagen til at hænge sammen",
    "Ugeplanen er fulgt tre uger i træk.",
    "Lav en ugeplan sammen om mandagen",
    "Se på planen hver morgen",
)
BRIEF = (
    "Hjælp til at øve det, der står i målene. Ring, før I kommer. Borgeren vil helst have den samme medarbejder.",
    "Støtten gives i hjemmet. Begynd roligt, og aftal faste dage. Søg ikke kontakt til andre uden at spørge borgeren.",
)
DECLINED = ("Nej tak, det er fint, som det er.", "Jeg vil hellere bare have hjælpen og ikke flere papirer.")
STATUS = (
    "Vi kommer to gange om ugen. Der er faste dage nu, og der bliver sjældent meldt afbud.",
    "Det går op og ned. Når ugen er rolig, kan borgeren selv; når der sker noget nyt, skal vi tættere på.",
)
NOTES = {
    -2: "Stor fremgang. Det går næsten af sig selv.",
    -1: "Det går fremad, men det er sårbart, når ugen er travl.",
    0: "Det er, som da vi begyndte.",
    1: "Det er blevet sværere i vinter.",
}
HAPPY = ("Jeg kan mere selv, og det er rart.", "Det hjælper, at det er den samme, der kommer.")
SO_SO = ("Det er okay, men der går lang tid mellem besøgene.", "Jeg ved ikke rigtig, om det hjælper.")
GOES_ON = "Hjælpen virker og skal fortsætte, så det, der er nået, bliver ved at holde."
CHANGES = "Hjælpen skal være mere, mens der øves noget nyt."


def goal_of(said: Said) -> GoalContent:
    """The goal that a theme of the assessment speaks for."""
    words = BY_THEME.get(said.theme, OTHER)
    return GoalContent(
        kind=kind_for(start=said.now, expected=said.expected),
        title=words.title,
        theme=said.theme,
        own_words=said.own_words,
        measure=words.measure,
        level_start=said.now,
        level_expected=said.expected,
        steps=(StepContent(words.together, StepOwner.PROVIDER), StepContent(words.alone, StepOwner.CITIZEN)),
    )
