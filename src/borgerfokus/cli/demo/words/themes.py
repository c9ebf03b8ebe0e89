"""What is said of themes in the demo's assessments: own words, what was seen, resources; by kind of case."""

from dataclasses import dataclass, replace

from borgerfokus.cli.demo.acts.theming import Said
from borgerfokus.cli.demo.draw import Draw


@dataclass(frozen=True)
class ThemeWords:
    """Words of one theme. `levels` are those that are likely now, lowest first; none where the frame has none."""

    own_words: tuple[str, ...]
    observed: tuple[str, ...]
    resources: str
    levels: tuple[int, ...] = ()
    subthemes: tuple[str, ...] = ()
    source: str = "visit"


CHORES = ThemeWords(
    ("Jeg kan godt lave mad, men jeg glemmer at købe ind.", "Det hober sig op, og så kan jeg ikke se en ende på det."),
    ("Køkkenet er rent, men der var ikke mad i huset.", "Vasketøjet ligger i bunker. Opvasken er taget."),
    "En søster hjælper med storindkøb en gang om måneden.",
    (1, 2, 3),
    ("shop", "cook"),
)
RELATIONS = ThemeWords(
    ("Jeg har ikke set mine venner siden sommer.", "Jeg vil gerne ud, men ikke alene."),
    ("Taler åbent, når der er ro. Går sjældent ud efter klokken 16.",),
    "To gamle venner skriver stadig. Værestedet ligger tæt på.",
    (1, 2, 3),
    ("contact", "network"),
)
COMMUNITY = ThemeWords(
    ("Jeg tør ikke åbne breve fra kommunen.", "Jeg mister overblikket, når der er flere aftaler på en uge."),
    ("En stak breve er ikke åbnet. Regninger bliver betalt over netbank.",),
    "Vil gerne lære at sortere posten selv.",
    (2, 3),
    ("post", "money"),
)
MIND = ThemeWords(
    ("Mine tanker løber, især om aftenen.", "Jeg bliver hurtigt træt i hovedet."),
    ("Kan holde fokus i en halv time. Har brug for pauser og en liste.",),
    "Kender selv tegnene og siger til.",
    (),
    ("attention", "planning"),
    "statement",
)
CARE = ThemeWords(
    ("Jeg klarer selv bad, når jeg bliver mindet om det.", "Jeg får ikke spist om morgenen."),
    ("Virker tynd. Spiser, når der er selskab.",),
    "Spiser gerne sammen med andre.",
    (1, 2, 3),
    ("eat", "wash"),
)
SOCIAL = ThemeWords(
    ("Jeg har boet mange steder det sidste år.",),
    ("Har ikke en fast bolig nu. Økonomien er presset.",),
    "Moderen vil gerne være med til møder.",
    (),
    ("home", "economy"),
    "statement",
)
BODY = ThemeWords(
    ("Det gør ondt at stå op længe ad gangen.", "Mine hænder slipper, når jeg bærer noget."),
    ("Går med små skridt og holder ved møblerne.",),
    "Træner selv hver morgen.",
    (),
    ("movement", "pain-senses"),
    "document",
)
MOBILITY = ThemeWords(
    ("Jeg er bange for at falde på vej ud.", "Trappen er det værste."),
    ("Rejser sig med støtte fra bordet. Går sikkert med rollator.",),
    "Naboen følger med til købmanden.",
    (2, 3),
    ("walk", "transport"),
)
OLD_CHORES = ThemeWords(
    ("Støvsugeren er blevet for tung.", "Jeg laver selv kaffe og brød."),
    ("Kan dække bord og vaske op siddende. Kan ikke vaske gulv.",),
    "Datteren køber ind om lørdagen.",
    (2, 3),
    ("housework", "shop"),
)
OLD_MOBILITY = ThemeWords(
    MOBILITY.own_words, MOBILITY.observed, MOBILITY.resources, (1, 2, 3), ("walk", "transfer"), "visit"
)
OLD_MIND = ThemeWords(
    ("Jeg husker godt, men navne smutter.",),
    ("Følger samtalen. Spørger om det samme to gange.",),
    "Kalenderen på køleskabet hjælper.",
    (0, 1, 2),
    ("memory",),
)
SKIN = ThemeWords(
    ("Såret gør ondt, når det bliver skiftet.",),
    ("Såret er 2 cm, rent og uden lugt.",),
    "Vil selv lære at skifte det.",
    (),
    (),
    "visit",
)
LOCOMOTION = ThemeWords(
    ("Knæet er stift om morgenen.",),
    ("Bøjer knæet 80 grader. Ingen hævelse.",),
    "Laver øvelserne derhjemme.",
    (),
    (),
    "document",
)

BY_KIND: dict[str, dict[str, ThemeWords]] = {
    "sel-85": {"mind": MIND, "self-care": CARE, "chores": CHORES, "relations": RELATIONS, "community": COMMUNITY},
    "sel-107": {"social": SOCIAL, "self-care": CARE, "chores": CHORES, "relations": RELATIONS, "community": COMMUNITY},
    "sel-100": {"body": BODY, "mobility": MOBILITY, "chores": CHORES},
    "sel-112": {"body": BODY, "mobility": MOBILITY},
    "aeldre-helhedspleje": {
        "self-care": CARE,
        "chores": OLD_CHORES,
        "mobility": OLD_MOBILITY,
        "mind": OLD_MIND,
    },
    "sul-140": {"mobility": OLD_MOBILITY, "locomotion": LOCOMOTION},
    "sel-83": {"self-care": CARE, "chores": OLD_CHORES, "mobility": OLD_MOBILITY},
    "sel-86": {"mobility": OLD_MOBILITY, "locomotion": LOCOMOTION},
    "sel-104": {"mind": MIND, "relations": RELATIONS, "community": COMMUNITY},
    "sel-117": {"body": BODY, "mobility": MOBILITY},
    "sul-138": {"skin": SKIN, "self-care": CARE},
}
"""The themes that are assessed in each kind of case, by the key of its case type."""


def profile(kind_key: str, draw: Draw, *, most: int | None = None, entry: int | None = None) -> list[Said]:
    """What is said of the themes of a case, at `most` so many; the help is expected to lift each by a level."""
    themes = BY_KIND[kind_key]
    chosen = list(themes) if most is None else draw.some(list(themes), most)
    told = [_said(key, words, draw, entry) for key, words in themes.items() if key in chosen]
    return [_viewed(one) for one in told] if kind_key in _OWN_VIEW else told


_OWN_VIEW = frozenset({"aeldre-helhedspleje", "sul-140", "sel-83", "sel-86", "sul-138"})
"""Kinds of case whose frame asks for the citizen's own view where a theme carries a level."""


def _viewed(said: Said) -> Said:
    """With the citizen's own view, as it goes with the level."""
    if said.now is None:
        return said
    performance = "self" if said.now == 0 else "parts" if said.now < 3 else "not"
    return replace(said, performance=performance, meaning="limits" if said.now else "no-limits")


def since(said: Said) -> Said:
    """The same theme some months later: nearer to what was expected, and with what has come since."""
    later = replace(
        said,
        own_words=f"Det går bedre nu. {said.own_words}" if said.now else said.own_words,
        now=said.expected,
        expected=max(said.expected - 1, 0) if said.expected is not None else None,
    )
    return _viewed(later) if said.performance else later


def _said(key: str, words: ThemeWords, draw: Draw, entry: int | None) -> Said:
    now = draw.one(words.levels) if words.levels else None
    return Said(
        theme=key,
        own_words=draw.one(words.own_words),
        observed=draw.one(words.observed),
        source=words.source,
        resources=words.resources,
        now=now,
        expected=max(now - draw.between(0, 1), 0) if now is not None else None,
        subthemes=words.subthemes,
        entry=entry if words.source == "visit" else None,
    )
