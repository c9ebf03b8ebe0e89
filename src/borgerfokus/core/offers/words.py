"""The closed word lists of an offer. The catalogue, its file and its pages use these words and no others."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from borgerfokus.core.texts import Text


class Kind(StrEnum):
    """What kind of offer it is."""

    ADVICE = "advice"
    COMPANY = "company"
    ACTIVITY = "activity"
    COURSE = "course"
    TRAINING = "training"
    SUPPORT = "support"
    CARE = "care"
    RESPITE = "respite"
    TREATMENT = "treatment"
    DAY_OFFER = "day_offer"
    HOUSING = "housing"
    AID = "aid"


class ProviderKind(StrEnum):
    """Who gives the help."""

    OWN = "own"
    OTHER_MUNICIPALITY = "other_municipality"
    PRIVATE = "private"
    ASSOCIATION = "association"
    VOLUNTEERS = "volunteers"


class Group(StrEnum):
    """Whom an offer is for, in the words of the shared social concepts (FFB), a few of them joined."""

    MOBILITY = "mobility"
    SENSES = "senses"
    COGNITION = "cognition"
    MENTAL = "mental"
    MULTIPLE = "multiple"
    HOMELESS = "homeless"
    SUBSTANCES = "substances"
    VIOLENCE = "violence"
    LONELY = "lonely"
    RELATIVES = "relatives"
    FAMILIES = "families"
    OLDER = "older"
    AFTER_ILLNESS = "after_illness"


class PriceUnit(StrEnum):
    """What a price is for."""

    FREE = "free"
    VISIT = "visit"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    COURSE = "course"


class Dimension(StrEnum):
    """The five dimensions of the knowledge declaration (vidensdeklaration) of Social- og Boligstyrelsen."""

    TARGET_GROUP = "target_group"
    METHOD = "method"
    IMPLEMENTATION = "implementation"
    EFFECT = "effect"
    ECONOMY = "economy"


class Development(StrEnum):
    """How far an offer is developed: the four phases of Social- og Boligstyrelsen, 0 to 3."""

    SCREENING = "0"
    MATURING = "1"
    TRYING_OUT = "2"
    SPREADING = "3"


class Language(StrEnum):
    """A language in which the offer is given."""

    DANISH = "da"
    ENGLISH = "en"
    ARABIC = "ar"
    TURKISH = "tr"
    POLISH = "pl"
    UKRAINIAN = "uk"
    SIGN = "sign"


GRADES = ("A", "B", "C", "D")
"""What is known on a dimension: A is the highest."""

KIND_NAMES: Mapping[Kind, Text] = {
    Kind.ADVICE: Text(da="Rådgivning", en="Advice"),
    Kind.COMPANY: Text(da="Fællesskab og besøg", en="Company and visits"),
    Kind.ACTIVITY: Text(da="Aktivitet og motion", en="Activity and exercise"),
    Kind.COURSE: Text(da="Kursus", en="Course"),
    Kind.TRAINING: Text(da="Træning og genoptræning", en="Training and rehabilitation"),
    Kind.SUPPORT: Text(da="Støtte i hverdagen", en="Everyday support"),
    Kind.CARE: Text(da="Pleje og praktisk hjælp", en="Care and practical help"),
    Kind.RESPITE: Text(da="Aflastning", en="Respite"),
    Kind.TREATMENT: Text(da="Behandling", en="Treatment"),
    Kind.DAY_OFFER: Text(da="Dagtilbud og beskæftigelse", en="Day offers and employment"),
    Kind.HOUSING: Text(da="Botilbud", en="Housing with support"),
    Kind.AID: Text(da="Hjælpemidler", en="Aids"),
}
PROVIDER_NAMES: Mapping[ProviderKind, Text] = {
    ProviderKind.OWN: Text(da="Kommunen selv", en="The municipality itself"),
    ProviderKind.OTHER_MUNICIPALITY: Text(da="En anden kommune", en="Another municipality"),
    ProviderKind.PRIVATE: Text(da="Privat leverandør", en="Private provider"),
    ProviderKind.ASSOCIATION: Text(da="Forening", en="Association"),
    ProviderKind.VOLUNTEERS: Text(da="Frivillige", en="Volunteers"),
}
GROUP_NAMES: Mapping[Group, Text] = {
    Group.MOBILITY: Text(da="Nedsat bevægelse", en="Reduced mobility"),
    Group.SENSES: Text(da="Nedsat syn eller hørelse", en="Reduced sight or hearing"),
    Group.COGNITION: Text(da="Kognitive vanskeligheder", en="Cognitive difficulties"),
    Group.MENTAL: Text(da="Psykiske vanskeligheder", en="Mental difficulties"),
    Group.MULTIPLE: Text(da="Flere funktionsnedsættelser", en="Several disabilities"),
    Group.HOMELESS: Text(da="Hjemløshed", en="Homelessness"),
    Group.SUBSTANCES: Text(da="Alkohol eller stoffer", en="Alcohol or drugs"),
    Group.VIOLENCE: Text(da="Vold i nære relationer", en="Violence in close relations"),
    Group.LONELY: Text(da="Ensomhed", en="Loneliness"),
    Group.RELATIVES: Text(da="Pårørende", en="Relatives"),
    Group.FAMILIES: Text(da="Børn og familier", en="Children and families"),
    Group.OLDER: Text(da="Ældre", en="Older people"),
    Group.AFTER_ILLNESS: Text(da="Efter sygdom eller operation", en="After illness or surgery"),
}
PRICE_NAMES: Mapping[PriceUnit, Text] = {
    PriceUnit.FREE: Text(da="gratis", en="free of charge"),
    PriceUnit.VISIT: Text(da="pr. gang", en="per visit"),
    PriceUnit.HOUR: Text(da="pr. time", en="per hour"),
    PriceUnit.DAY: Text(da="pr. døgn", en="per day and night"),
    PriceUnit.WEEK: Text(da="pr. uge", en="per week"),
    PriceUnit.MONTH: Text(da="pr. måned", en="per month"),
    PriceUnit.COURSE: Text(da="pr. forløb", en="per course"),
}
DIMENSION_NAMES: Mapping[Dimension, Text] = {
    Dimension.TARGET_GROUP: Text(da="Målgruppe", en="Target group"),
    Dimension.METHOD: Text(da="Metode", en="Method"),
    Dimension.IMPLEMENTATION: Text(da="Implementering", en="Implementation"),
    Dimension.EFFECT: Text(da="Effekt", en="Effect"),
    Dimension.ECONOMY: Text(da="Økonomi", en="Economy"),
}
DEVELOPMENT_NAMES: Mapping[Development, Text] = {
    Development.SCREENING: Text(da="Screening", en="Screening"),
    Development.MATURING: Text(da="Modning", en="Maturing"),
    Development.TRYING_OUT: Text(da="Afprøvning", en="Trying out"),
    Development.SPREADING: Text(da="Udbredelse", en="Spreading"),
}
LANGUAGE_NAMES: Mapping[Language, Text] = {
    Language.DANISH: Text(da="Dansk", en="Danish"),
    Language.ENGLISH: Text(da="Engelsk", en="English"),
    Language.ARABIC: Text(da="Arabisk", en="Arabic"),
    Language.TURKISH: Text(da="Tyrkisk", en="Turkish"),
    Language.POLISH: Text(da="Polsk", en="Polish"),
    Language.UKRAINIAN: Text(da="Ukrainsk", en="Ukrainian"),
    Language.SIGN: Text(da="Dansk tegnsprog", en="Danish sign language"),
}
