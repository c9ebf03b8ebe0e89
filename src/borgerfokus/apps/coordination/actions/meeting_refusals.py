"""Why an act on a meeting cannot be done, and what to do instead."""

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text

WHEN = Refusal(
    code="meeting_when",
    text=Text(
        da="Vælg en tid, der ligger fremme, et sluttidspunkt efter begyndelsen, og et sted eller et link.",
        en="Choose a time ahead, an end after the beginning, and a place or a link.",
    ),
    article="",
)
VIDEO = Refusal(
    code="meeting_video",
    text=Text(
        da="Skriv hele adressen til videoen. Den begynder med https://.",
        en="Write the whole address of the video. It begins with https://.",
    ),
    article="",
)
NO_AGENDA = Refusal(
    code="meeting_agenda",
    text=Text(
        da="Giv mødet et navn og mindst ét punkt, så alle kan forberede sig.",
        en="Give the meeting a name and at least one point, so that everybody can prepare.",
    ),
    article="retssikkerhedsloven § 4",
)
CHANGED = Refusal(
    code="edit.conflict",
    text=Text(
        da="Mødet er ændret, siden du åbnede det. Se det igen, før du gemmer.",
        en="The meeting has been changed since you opened it. Look at it again before you save.",
    ),
    article="",
)
WHY = Refusal(
    code="meeting_why",
    text=Text(da="Skriv, hvorfor mødet er aflyst.", en="Write why the meeting is called off."),
    article="retssikkerhedsloven § 4",
)
NOT_YET = Refusal(
    code="meeting_not_yet",
    text=Text(da="Mødet er ikke begyndt endnu.", en="The meeting has not begun yet."),
    article="",
)
NO_MINUTES = Refusal(
    code="meeting_minutes",
    text=Text(da="Skriv referat af mindst ét punkt.", en="Write minutes of at least one point."),
    article="offentlighedsloven § 13",
)
DECISION = Refusal(
    code="meeting_decision",
    text=Text(da="Skriv, hvad der skal gøres, og senest hvornår.", en="Write what is to be done, and by when."),
    article="",
)
