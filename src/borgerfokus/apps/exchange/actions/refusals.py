"""What is refused of the exchange, and what to do instead."""

from borgerfokus.core.casework.refusal import Refusal
from borgerfokus.core.texts import Text


def _no(code: str, da: str, en: str) -> Refusal:
    return Refusal(code=f"integration.{code}", text=Text(da=da, en=en), article="")


NO_NAME = _no("name", "Skriv et navn.", "Write a name.")
KEY_TAKEN = _no("key_taken", "Der er allerede en integration med det navn.", "There is an integration with this name.")
NO_CLIENT = _no(
    "client",
    "Vælg et åbent program, der må læse sager og hændelser.",
    "Choose an open program that may read cases and events.",
)
NO_WAY = _no(
    "way",
    "Webhooks sendes til en adresse. Sagsindeks og planer lægges som filer.",
    "Webhooks go to an address. The case index and plans are laid down as files.",
)
NO_TOPIC = _no("topic", "Vælg emner fra listen.", "Choose topics from the list.")
ADDRESS_UNUSED = _no(
    "address_unused", "Skriv kun en adresse, når der sendes til en.", "Write an address only when one is sent to."
)
NOT_NOW = _no(
    "not_now",
    "Det kan ikke gøres, som integrationen står nu. Se siden igen.",
    "This cannot be done as the integration stands now. Look at the page again.",
)
NO_PLACE = _no(
    "place", "Skriv en plads, der findes i strømmen.", "Write a place that there is in the stream."
)
CHANGED = Refusal(
    code="edit.conflict",
    text=Text(
        da="En anden har ændret integrationen imens. Læs den igen, og skriv din ændring en gang til.",
        en="Somebody else has changed the integration meanwhile. Read it again, and write your change once more.",
    ),
    article="",
)
