"""Why a log from outside cannot be read."""

from borgerfokus.core.texts import Text


class NotReadable(ValueError):
    """The file is no log that can be read; `text` says why, and what to do."""

    def __init__(self, *, da: str, en: str) -> None:
        self.text = Text(da=da, en=en)
        super().__init__(en)


def too_large(most: int) -> NotReadable:
    """The file unpacks to more than so many bytes."""
    return NotReadable(
        da=f"Filen fylder mere end {most // 1_000_000} MB pakket ud. Del den i flere.",
        en=f"The file unpacks to more than {most // 1_000_000} MB. Split it.",
    )


def field_too_long() -> NotReadable:
    """A field goes on for longer than is waited for."""
    return NotReadable(da="Et felt i filen er for langt.", en="A field of the file is too long.")


def too_deep() -> NotReadable:
    """Fields stand within fields for deeper than a log has use for."""
    return NotReadable(
        da="Felter i filen ligger for dybt inde i hinanden.", en="Fields of the file are nested too deeply."
    )


def text_too_long(most: int) -> NotReadable:
    """A text has more than so many characters."""
    return NotReadable(
        da=f"En tekst i filen er længere end {most} tegn.", en=f"A text in the file is longer than {most} characters."
    )


def too_many_events(most: int) -> NotReadable:
    """The file has more than so many events."""
    return NotReadable(da=f"Filen har mere end {most} hændelser.", en=f"The file has more than {most} events.")


def too_many_empty(most: int) -> NotReadable:
    """More than so many cases have no event."""
    return NotReadable(
        da=f"Mere end {most} sager i filen har ingen hændelser.",
        en=f"More than {most} cases of the file have no events.",
    )


def too_many_events_of_one(most: int) -> NotReadable:
    """One case has more than so many events."""
    return NotReadable(
        da=f"En sag i filen har mere end {most} hændelser.", en=f"A case of the file has more than {most} events."
    )


def no_moment(number: int, written: str) -> NotReadable:
    """The event of this number has no moment with a time zone."""
    return NotReadable(
        da=f"Hændelse {number} har ikke et tidspunkt med tidszone, men »{written[:40]}«.",
        en=f"Event {number} has no moment with a time zone but “{written[:40]}”.",
    )
