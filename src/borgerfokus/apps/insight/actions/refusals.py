"""Why a release or a file of key figures is not taken in, in both languages."""

from typing import Final

from borgerfokus.core.benchmark.refused import Unusable
from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.disclosure import Rule
from borgerfokus.core.texts import Text


def _no(code: str, *, da: str, en: str) -> Refusal:
    return Refusal(code=f"benchmark.{code}", text=Text(da=da, en=en), article="")


def unusable(error: Unusable) -> Refusal:
    """The file is not of its format."""
    return Refusal(code="benchmark.unusable", text=error.text, article="")


def unknown(code: str) -> Refusal:
    """Nobody has told us the key of the municipality."""
    return _no(
        "unknown",
        da=f"Vi kender ikke kommune {code}. Få dens nøgle ad en anden vej end filen, og skriv den ind først.",
        en=f"We do not know municipality {code}. Get its public key by another way than the file, and enter it first.",
    )


def other_key(name: str) -> Refusal:
    """The file names another key than the one we know."""
    return _no(
        "other_key",
        da=f"Filen er ikke underskrevet med den nøgle, vi kender fra {name}. Ring til kommunen, før du gør mere.",
        en=f"The file is not signed by the key that we know from {name}. Call the municipality before you do more.",
    )


FORGED: Final = _no(
    "forged",
    da="Underskriften passer ikke til filen. Den er ændret, efter at den blev underskrevet.",
    en="The signature does not fit the file. It was changed after it was signed.",
)
ALREADY: Final = _no("already", da="Den udgivelse er læst ind.", en="That release has been read already.")
NOT_OF_ITS_KIND: Final = _no(
    "not_of_its_kind",
    da="Filen er syntetisk, og kommunen er det ikke, eller omvendt.",
    en="The file is synthetic and the municipality is not, or the other way round.",
)
NOT_OVER: Final = _no(
    "not_over",
    da="Udgivelsen er dateret, før kvartalet var slut, eller efter i dag.",
    en="The release is dated before the quarter was over, or after today.",
)
NOTHING: Final = _no(
    "nothing",
    da="Der er ingen tal at udgive endnu. Hændelserne bliver læst hvert minut.",
    en="There are no figures to release yet. The events are read every minute.",
)
NO_NEWS: Final = _no(
    "no_news",
    da="Tallene er de samme som i udgivelsen, så der er intet at rette.",
    en="The figures are the same as in the release, so there is nothing to correct.",
)
NO_REASON: Final = _no(
    "no_reason",
    da="Kvartalet er udgivet, og en udgivelse er frosset. Skriv, hvorfor den skal rettes.",
    en="The quarter is released, and a release is frozen. Write why it is to be corrected.",
)
NOT_A_KEY: Final = _no(
    "not_a_key",
    da="En offentlig nøgle er 64 tegn: tal og bogstaverne a til f.",
    en="A public key is 64 characters: digits and the letters a to f.",
)
NOT_A_MUNICIPALITY: Final = _no(
    "not_a_municipality",
    da="Skriv kommunens kode uden nul foran (101) og dens navn.",
    en="Write the municipality's code without a leading zero (101), and its name.",
)
TAKEN: Final = _no(
    "taken",
    da="Koden eller nøglen hører til en anden kommune, måske vores egen.",
    en="The code or the key belongs to another municipality, maybe ours.",
)
SEVERAL: Final = _no(
    "several",
    da="Filen har flere tal for samme kommune og periode. Vælg én værdi af hvert opdelingsfelt i Statistikbanken.",
    en="The file has several figures for the same municipality and period. Choose one value of each variable in the "
    "StatBank.",
)
NO_MUNICIPALITY: Final = _no(
    "no_municipality",
    da="Filen har ingen kommuner, kun landet eller dele af det.",
    en="The file has no municipalities, only the country or parts of it.",
)
NO_TITLE: Final = _no("no_title", da="Skriv, hvad tallet er.", en="Write what the figure is.")


def frozen(name: str, quarter: str) -> Refusal:
    """The quarter is released with other figures, and this is no correction of that release."""
    return _no(
        "frozen",
        da=f"{name} har allerede udgivet {quarter} med andre tal, og en udgivelse er frosset. Bed om en rettelse, der "
        "siger, hvad den retter og hvorfor.",
        en=f"{name} has released {quarter} with other figures already, and a release is frozen. Ask for a correction "
        "that says what it corrects, and why.",
    )


def weaker(rule: Rule) -> Refusal:
    """The figures were held back by a weaker rule than ours."""
    return _no(
        "weaker",
        da=f"Filens tal er ikke skjult nok: her skal antal til og med {rule.suppress_up_to} holdes tilbage og resten "
        f"rundes til nærmeste {rule.round_to}.",
        en=f"The figures of the file are not protected enough: here counts up to {rule.suppress_up_to} are held back "
        f"and the rest rounded to the nearest {rule.round_to}.",
    )


def other_definition(title: Text) -> Refusal:
    """An indicator has our key and version, and is something else."""
    return Refusal(
        code="benchmark.other_definition",
        text=Text(
            da="»{title}« har samme navn og version som vores, men er defineret på en anden måde.",
            en="“{title}” has the name and version of ours, but is defined in another way.",
        ).filled(title=title),
        article="",
    )
