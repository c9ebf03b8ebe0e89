"""A place to be in the daytime, serviceloven § 104."""

from borgerfokus.cli.demo.words.model import FactWords, NoteWords, Wish, Words

WORDS = Words(
    answers={
        "today": (
            "Jeg står sent op og ser fjernsyn. Nogle dage taler jeg ikke med nogen.",
            "Jeg går hjemme hos mine forældre, siden jeg blev færdig på min uddannelse.",
            "Efter hjerneskaden er dagene lange. Jeg kan ikke arbejde, men jeg kan godt noget.",
        ),
        "wishes": (
            "Jeg vil gerne have et sted at stå op til.",
            "Jeg vil gerne lave musik og have nogen at spise med.",
            "Jeg vil gerne lave noget med hænderne.",
        ),
        "place": ("Aktivitetshuset", "et sted med have"),
        "support": ("Hjælp til at finde vej de første gange.", "Pauser i ro.", "Mindes om mad og medicin."),
        "reach": ("på telefon efter klokken elleve",),
    },
    facts={
        "O1": FactWords(
            "brev fra egen læge", ("Følger efter hjerneskade", "Udviklingshæmning", "Langvarig psykisk sygdom")
        ),
        "O2": FactWords("samtale med borgeren", ("Et sted at stå op til", "Musik og fællesskab", "Noget med hænderne")),
        "O3": FactWords("samtale med borgeren", ("Alene hjemme de fleste dage", "Hos forældrene hele dagen")),
        "O4": FactWords(
            "besøg på stedet", ("Skal mindes om mad og pauser", "Følgeskab de første uger", "Et roligt rum")
        ),
        "O5": FactWords(
            "Jobcenter Nabosund", ("Job med støtte er ikke muligt nu", "Værestedet er prøvet og for uroligt")
        ),
        "O6": FactWords("samtale med borgeren", ("Kan tage bussen efter øvelse", "Kan ikke færdes alene")),
        "O7": FactWords("sagsbehandlers vurdering", ("Beskyttet arbejde er for krævende nu", "Et kor er prøvet")),
        "O8": FactWords("samtale med borgeren", ("Ja, til læge og jobcenter", "Ja, til egen læge")),
    },
    notes=(
        NoteWords("Besøg på Aktivitetshuset", "Borgeren spiste med og blev to timer. Vil gerne igen.", "meeting"),
        NoteWords(
            "Møde på rådhuset", "Borgeren og en søster fortalte om dagene nu og om det, der giver glæde.", "meeting"
        ),
    ),
    wishes=(
        Wish("tre dage om ugen", "to dage om ugen", "den tredje dag", "Aktivitetshuset"),
        Wish("fem dage om ugen og kørsel", "fem dage om ugen", "kørsel", "Aktivitetshuset"),
        Wish("to dage om ugen", "en dag om ugen", "den anden dag", "Aktivitetshuset"),
    ),
    asked_citizen=("O3", "O6"),
    asked_other={"O1": ("doctor", "Fjordby Lægehus"), "O5": ("partner", "Jobcenter Nabosund")},
    against=("O5", ("Værestedet oplyser, at borgeren kommer tre dage om ugen",)),
    why=("værestedet giver dig det samme de dage, du kommer der.", "du kan selv tage bussen."),
    observed=("Blomstrer op sammen med andre. Bliver træt efter to timer.",),
    conclusion=("Behov for faste dage med aktivitet og pauser. To dage er nok til at begynde med.",),
    hearing_answers=("Værestedet lukker til jul, så det kan jeg ikke regne med.",),
    appeals=("Jeg klager, fordi to dage er for lidt.",),
    follow_up=("Borgeren kommer hver gang og har fået en ven.", "Vil prøve beskyttet arbejde en dag om ugen."),
    months=12,
)
