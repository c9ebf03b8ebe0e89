"""What a notification can be, each with its words."""

from collections.abc import Mapping
from enum import StrEnum

from borgerfokus.core.texts import Text


class Channel(StrEnum):
    """How it came in."""

    WEB = "web"
    PHONE = "phone"
    LETTER = "letter"
    EMAIL = "email"
    DESK = "desk"

    @property
    def label(self) -> Text:
        """In words."""
        return _CHANNELS[self]


class Function(StrEnum):
    """What the notifier is to the child. Whoever works with children has the duty of § 133."""

    PRIVATE = "private"
    FAMILY = "family"
    CHILD = "child"
    SCHOOL = "school"
    DAYCARE = "daycare"
    HEALTH = "health"
    POLICE = "police"
    PUBLIC = "public"

    @property
    def is_professional(self) -> bool:
        """Whether this is somebody with the stricter duty to notify, who cannot be anonymous."""
        return self in _PROFESSIONALS

    @property
    def label(self) -> Text:
        """In words."""
        return _FUNCTIONS[self]


class Danger(StrEnum):
    """What the assessment within the time of the act comes to."""

    ACUTE = "acute"
    NOT_ACUTE = "not_acute"

    @property
    def label(self) -> Text:
        """In words."""
        return _DANGERS[self]


class Way(StrEnum):
    """What becomes of a notification."""

    NO_FURTHER = "no_further"
    OPENED = "opened"
    JOINED = "joined"

    @property
    def label(self) -> Text:
        """In words."""
        return _WAYS[self]


class Identity(StrEnum):
    """Whether the family may learn who notified. As long as nothing is decided it may not."""

    WITHHELD = "withheld"
    RELEASED = "released"

    @property
    def label(self) -> Text:
        """In words."""
        return _IDENTITIES[self]


class ReceiptWay(StrEnum):
    """How the receipt went out."""

    LETTER = "letter"
    EMAIL = "email"
    PHONE = "phone"

    @property
    def label(self) -> Text:
        """In words."""
        return _RECEIPTS[self]


class ReceiptState(StrEnum):
    """Where a receipt that is owed stands."""

    SOON = "soon"
    ON_ITS_WAY = "on_its_way"
    TO_POST = "to_post"
    FAILED = "failed"
    BY_HAND = "by_hand"

    @property
    def label(self) -> Text:
        """In words, with what somebody has to do."""
        return _RECEIPT_STATES[self]


class HappeningKind(StrEnum):
    """What can happen to a notification."""

    RECEIVED = "received"
    TAKEN = "taken"
    HANDED = "handed"
    MATCHED = "matched"
    UNMATCHED = "unmatched"
    ASSESSED = "assessed"
    SECOND = "second"
    WAY = "way"
    IDENTITY = "identity"
    RECEIPT = "receipt"
    ALARM = "alarm"
    REOPENED = "reopened"

    @property
    def label(self) -> Text:
        """In words."""
        return _HAPPENINGS[self]


_PROFESSIONALS = frozenset({Function.SCHOOL, Function.DAYCARE, Function.HEALTH, Function.POLICE, Function.PUBLIC})

_CHANNELS: Mapping[Channel, Text] = {
    Channel.WEB: Text(da="Hjemmesiden", en="The website"),
    Channel.PHONE: Text(da="Telefon", en="Telephone"),
    Channel.LETTER: Text(da="Brev", en="Letter"),
    Channel.EMAIL: Text(da="Sikker mail", en="Secure e-mail"),
    Channel.DESK: Text(da="Personligt fremmøde", en="In person"),
}
_FUNCTIONS: Mapping[Function, Text] = {
    Function.PRIVATE: Text(da="Nabo, ven eller anden privat", en="Neighbour, friend or another private person"),
    Function.FAMILY: Text(da="Familie", en="Family"),
    Function.CHILD: Text(da="Barnet eller den unge selv", en="The child or young person"),
    Function.SCHOOL: Text(da="Skole eller SFO", en="School or after-school care"),
    Function.DAYCARE: Text(da="Dagpleje eller daginstitution", en="Day care"),
    Function.HEALTH: Text(
        da="Læge, sygehus, tandlæge eller sundhedspleje", en="Doctor, hospital, dentist or health visitor"
    ),
    Function.POLICE: Text(da="Politi", en="Police"),
    Function.PUBLIC: Text(da="En anden, der arbejder med børn", en="Somebody else who works with children"),
}
_DANGERS: Mapping[Danger, Text] = {
    Danger.ACUTE: Text(da="Barnet er i akut fare", en="The child is in acute danger"),
    Danger.NOT_ACUTE: Text(da="Barnet er ikke i akut fare", en="The child is not in acute danger"),
}
_WAYS: Mapping[Way, Text] = {
    Way.NO_FURTHER: Text(da="Der gøres ikke mere", en="Nothing further is done"),
    Way.OPENED: Text(da="Sag oprettet til screening", en="Case opened for screening"),
    Way.JOINED: Text(da="Lagt til en sag, der er i gang", en="Joined to a case that is running"),
}
_IDENTITIES: Mapping[Identity, Text] = {
    Identity.WITHHELD: Text(da="Holdes tilbage for familien", en="Withheld from the family"),
    Identity.RELEASED: Text(da="Familien må få det at vide", en="The family may be told"),
}
_RECEIPTS: Mapping[ReceiptWay, Text] = {
    ReceiptWay.LETTER: Text(da="Brev", en="Letter"),
    ReceiptWay.EMAIL: Text(da="E-mail", en="E-mail"),
    ReceiptWay.PHONE: Text(da="Telefon", en="Telephone"),
}
_RECEIPT_STATES: Mapping[ReceiptState, Text] = {
    ReceiptState.SOON: Text(da="Sendes af sig selv om lidt", en="Is sent by itself in a moment"),
    ReceiptState.ON_ITS_WAY: Text(da="E-mailen er på vej", en="The e-mail is on its way"),
    ReceiptState.TO_POST: Text(da="Brevet skal printes og postes", en="The letter is to be printed and posted"),
    ReceiptState.FAILED: Text(da="E-mailen kom ikke frem: ring eller skriv", en="The e-mail failed: call or write"),
    ReceiptState.BY_HAND: Text(
        da="Kan ikke sendes herfra: ring", en="Cannot be sent from here: call"
    ),
}
RECEIPT_SUBJECT = Text(da="Kvittering fra kommunen", en="Receipt from the municipality")
RECEIPT_BODY = Text(
    da="Kommunen har modtaget din underretning den {day}. Den har nummer {reference}.\n\n"
    "Tak, fordi du skrev til os. Vi må ikke fortælle, hvad der sker i sagen.\n\n"
    "Er barnet i fare lige nu, så ring 112. Ved du noget nyt, så ring til døgnvagten på {phone}.",
    en="The municipality has received your notification on {day}. Its number is {reference}.\n\n"
    "Thank you for writing to us. We may not tell what happens in the case.\n\n"
    "If the child is in danger now, call 112. If you know something new, call the duty on {phone}.",
)
"""The receipt to whoever notified: that it has come, and nothing of the child or of what is done."""
_HAPPENINGS: Mapping[HappeningKind, Text] = {
    HappeningKind.RECEIVED: Text(da="Modtaget", en="Received"),
    HappeningKind.TAKEN: Text(da="Taget", en="Taken"),
    HappeningKind.HANDED: Text(da="Givet videre til en kollega", en="Handed to a colleague"),
    HappeningKind.MATCHED: Text(da="Barnet er fundet", en="The child was found"),
    HappeningKind.UNMATCHED: Text(da="Barnet var et andet", en="It was another child"),
    HappeningKind.ASSESSED: Text(da="Faren er vurderet", en="The danger was assessed"),
    HappeningKind.SECOND: Text(da="Vurderet af en til", en="Assessed by a second person"),
    HappeningKind.WAY: Text(da="Vejen videre er valgt", en="The way on was chosen"),
    HappeningKind.IDENTITY: Text(da="Besluttet om underretterens navn", en="Decided about the notifier's name"),
    HappeningKind.RECEIPT: Text(da="Kvittering sendt", en="Receipt sent"),
    HappeningKind.ALARM: Text(da="Advarsel", en="Alarm"),
    HappeningKind.REOPENED: Text(da="Åbnet igen", en="Reopened"),
}
