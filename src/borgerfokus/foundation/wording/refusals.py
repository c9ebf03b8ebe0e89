"""What keeps a version of a letter's text from being saved or used."""

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text

NOTHING = Refusal(
    code="wording.nothing",
    text=Text(
        da="Teksten er den samme som den, der følger med. Ret mindst én del, før du gemmer.",
        en="The text is the same as the one that comes along. Change at least one part before you save.",
    ),
    article="",
)
CONFLICT = Refusal(
    code="edit.conflict",
    text=Text(
        da="Der er et udkast, som du ikke har set. Din tekst står stadig her. Se udkastet, før du gemmer.",
        en="There is a draft already, or somebody else has saved it meanwhile. Your text still stands here. "
        "Look at the draft first.",
    ),
    article="",
)
PAST_DAY = Refusal(
    code="wording.past_day",
    text=Text(
        da="Teksten kan gælde fra i dag eller en senere dag.", en="The text can hold from today or a later day."
    ),
    article="",
)
PUBLISHED_ONLY = Refusal(
    code="wording.published_only",
    text=Text(
        da="Kun en tekst, der er i brug, kan tages ud af brug.", en="Only a text in use can be taken out of use."
    ),
    article="",
)
