"""The words of the notices. They carry nothing: not what it is about, nor whom, and no link that could be copied."""

from typing import Final

from borgerfokus.core.texts import Text

SUBJECT: Final = Text(da="Der er nyt til dig", en="There is something new for you")
NEWS: Final = Text(
    da="Der er nyt til dig fra {municipality}. Gå selv ind på kommunens side, og log ind for at se det.",
    en="There is something new for you from {municipality}. Go to the municipality's page and log in to see it.",
)
TIME: Final = Text(
    da="Der er nyt til dig fra {municipality}. Tiden til din kalender er vedhæftet. Log ind på kommunens side for at "
    "se mere.",
    en="There is something new for you from {municipality}. The time for your calendar is attached. Log in on the "
    "municipality's page to see more.",
)
CODE_SUBJECT: Final = Text(da="Din kode", en="Your code")
CODE: Final = Text(
    da="Din kode til {municipality} er {code}. Den gælder i en time. Har du ikke bedt om den, så gør ingenting.",
    en="Your code for {municipality} is {code}. It is valid for an hour. If you did not ask for it, do nothing.",
)


def in_both(text: Text, **values: str) -> str:
    """A text in Danish and then in English: the platform does not know which one the receiver reads."""
    filled = text.filled(**values)
    return f"{filled.da}\n\n{filled.en}\n"
