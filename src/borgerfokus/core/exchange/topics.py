"""What an integration can be told of: the first words of the kinds of event."""

from collections.abc import Mapping
from typing import Final

from borgerfokus.core.texts import Text

TOPICS: Final[Mapping[str, Text]] = {
    "case": Text(da="Sagens gang", en="The course of the case"),
    "party": Text(da="Parter", en="Parties"),
    "deadline": Text(da="Frister", en="Deadlines"),
    "document": Text(da="Dokumenter", en="Documents"),
    "note": Text(da="Notater", en="Notes"),
    "fact": Text(da="Oplysninger", en="Facts"),
    "consent": Text(da="Samtykker", en="Consents"),
    "assessment": Text(da="Udredning", en="Assessment"),
    "hearing": Text(da="Partshøring", en="Hearing of the party"),
    "decision": Text(da="Afgørelser", en="Decisions"),
    "letter": Text(da="Breve", en="Letters"),
    "appeal": Text(da="Klager", en="Appeals"),
    "plan": Text(da="Planer", en="Plans"),
    "goal": Text(da="Mål", en="Goals"),
    "intervention": Text(da="Indsatser", en="Interventions"),
    "order": Text(da="Bestillinger", en="Orders"),
    "help": Text(da="Opfølgning på hjælpen", en="Follow-up of the help"),
    "meeting": Text(da="Fælles møder", en="Joint meetings"),
    "task": Text(da="Opgaver", en="Tasks"),
    "message": Text(da="Beskeder", en="Messages"),
    "appointment": Text(da="Aftaler", en="Appointments"),
}
