"""What the log's codes are called to those who review it."""

from collections.abc import Mapping

from borgerfokus.core.texts import Text
from borgerfokus.foundation.access.scope import Look, Purpose

PURPOSES: Mapping[str, Text] = {
    Purpose.OWN_CASE: Text(da="Borgeren, eller en, der handler for borgeren", en="The citizen, or who acts for it"),
    Purpose.CASEWORK: Text(da="Sagsbehandling", en="Casework"),
    Purpose.SEARCH: Text(da="Søgning", en="Search"),
    Purpose.ORDER: Text(da="Bestilt hjælp, eller svar på et spørgsmål", en="Ordered help, or the answer to a question"),
    Purpose.LEADERSHIP: Text(da="Ledelse", en="Leadership"),
    Purpose.SUPERVISION: Text(da="Ledelsestilsyn", en="Leaders' supervision"),
    Purpose.BREAK_GLASS: Text(da="Nødadgang", en="Emergency access"),
    Purpose.DATA_PROTECTION: Text(da="Databeskyttelse", en="Data protection"),
    Purpose.ADMINISTRATION: Text(da="Administration", en="Administration"),
    Purpose.EXCHANGE: Text(da="Udveksling med et andet fagsystem", en="Exchange with another system"),
    Purpose.OPERATION: Text(da="Drift: breve og frister", en="Operation: letters and deadlines"),
    Purpose.PUBLIC: Text(da="Offentlig side", en="Public page"),
}
LOOKS: Mapping[str, Text] = {
    Look.VIEW: Text(da="Så", en="Viewed"),
    Look.SEARCH: Text(da="Fandt i søgning", en="Found in a search"),
    Look.EDIT: Text(da="Rettede", en="Edited"),
    Look.EXTRACT: Text(da="Trak ud", en="Extracted"),
    Look.ERASE: Text(da="Slettede", en="Erased"),
}


def purpose(key: str) -> Text:
    """Why, in a word or two."""
    return PURPOSES.get(key, Text(da=key, en=key))


def look(key: str) -> Text:
    """What was done."""
    return LOOKS.get(key, Text(da=key, en=key))
