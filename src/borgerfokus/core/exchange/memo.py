"""MeMo, the message model of Digital Post: a letter written as a message, and a message read."""

import base64
import binascii
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID
from xml.etree import ElementTree as ET

from borgerfokus.core.exchange.structure import MANY, Child, NotReadable, Shape, faults, read, write

SPACE: Final = "https://DigitalPost.dk/MeMo-1"
VERSION: Final = {"memoVersion": "1.1", "memoSchVersion": "1.1.0"}
MEDIA_TYPE: Final = "application/xml"


@dataclass(frozen=True)
class Attached:
    """A file of a message."""

    name: str
    media_type: str
    content: bytes
    language: str = "da"


@dataclass(frozen=True)
class Letter:
    """A letter to a citizen. `message_id` is the same however often it is sent; `case` its number, or ""."""

    message_id: UUID
    label: str
    sender_cvr: str
    sender_name: str
    recipient_cpr: str
    created_at: datetime
    file: Attached
    case: str = ""


def write_letter(letter: Letter) -> bytes:
    """The letter as MeMo."""
    root = ET.Element(_tag("Message"), VERSION)
    header = ET.SubElement(root, _tag("MessageHeader"))
    _texts(
        header,
        messageType="DIGITALPOST",
        messageUUID=str(letter.message_id).upper(),
        label=letter.label,
        mandatory="false",
        legalNotification="false",
    )
    _texts(
        ET.SubElement(header, _tag("Sender")), senderID=letter.sender_cvr, idType="CVR", label=letter.sender_name
    )
    _texts(ET.SubElement(header, _tag("Recipient")), recipientID=letter.recipient_cpr, idType="CPR")
    if letter.case:
        content = ET.SubElement(header, _tag("ContentData"))
        _texts(ET.SubElement(content, _tag("CaseID")), caseID=letter.case, caseSystem="Borgerfokus")
    body = ET.SubElement(root, _tag("MessageBody"))
    _texts(body, createdDateTime=letter.created_at.isoformat(timespec="seconds"))
    file = ET.SubElement(ET.SubElement(body, _tag("MainDocument")), _tag("File"))
    _texts(
        file,
        encodingFormat=letter.file.media_type,
        filename=letter.file.name,
        language=letter.file.language,
        content=base64.b64encode(letter.file.content).decode(),
    )
    return write(root, names={"memo": SPACE})


def read_letter(content: bytes) -> Letter:
    """A message with one file as a letter. Raises NotReadable for what is not MeMo as its structure says."""
    root = read(content)
    if root.tag != _tag("Message") or faults(root, SHAPE):
        raise NotReadable
    try:
        return _letter(root)
    except (ValueError, binascii.Error) as error:
        raise NotReadable from error


def _letter(root: ET.Element) -> Letter:
    file = "MessageBody/MainDocument/File"
    return Letter(
        message_id=UUID(_said(root, "MessageHeader/messageUUID")),
        label=_said(root, "MessageHeader/label"),
        sender_cvr=_said(root, "MessageHeader/Sender/senderID"),
        sender_name=_said(root, "MessageHeader/Sender/label"),
        recipient_cpr=_said(root, "MessageHeader/Recipient/recipientID"),
        created_at=datetime.fromisoformat(_said(root, "MessageBody/createdDateTime")),
        file=Attached(
            name=_said(root, f"{file}/filename"),
            media_type=_said(root, f"{file}/encodingFormat"),
            content=base64.b64decode(_said(root, f"{file}/content"), validate=True),
            language=_said(root, f"{file}/language"),
        ),
        case=_said(root, "MessageHeader/ContentData/CaseID/caseID"),
    )


def _said(root: ET.Element, path: str) -> str:
    found = root.find("/".join(_tag(name) for name in path.split("/")))
    return found.text or "" if found is not None else ""


def _texts(parent: ET.Element, **said: str) -> None:
    for name, text in said.items():
        ET.SubElement(parent, _tag(name)).text = text


def _tag(name: str) -> str:
    return f"{{{SPACE}}}{name}"


_TEXT = Shape()
_FLAG = Shape(pattern="true|false")
_UUID = Shape(pattern=r"[a-fA-F0-9]{8}(-[a-fA-F0-9]{4}){3}-[a-fA-F0-9]{12}")
_MOMENT = Shape(pattern=r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})")
_ID_TYPE = Shape(pattern="MyndighedsID|CPR|CVR|Andet")


def _child(name: str, shape: Shape, least: int = 0, most: int = 1) -> Child:
    return Child(_tag(name), shape, least, most)


def _party(id_name: str, label: int) -> Shape:
    return Shape(
        (
            _child(id_name, _TEXT, 1),
            _child("idType", _ID_TYPE, 1),
            _child("idTypeLabel", _TEXT),
            _child("label", _TEXT, label),
        )
    )


_CASE_ID = Shape((_child("caseID", _TEXT, 1), _child("caseSystem", _TEXT, 1)))
_HEADER = Shape(
    (
        _child("messageType", Shape(pattern="DIGITALPOST|NEMSMS"), 1),
        _child("messageUUID", _UUID, 1),
        _child("messageID", _TEXT),
        _child("messageCode", _TEXT),
        _child("label", _TEXT, 1),
        _child("notification", _TEXT),
        _child("additionalNotification", _TEXT),
        _child("reply", _FLAG),
        _child("replyByDateTime", _MOMENT),
        _child("doNotDeliverUntilDate", _TEXT),
        _child("mandatory", _FLAG, 1),
        _child("legalNotification", _FLAG, 1),
        _child("postType", _TEXT),
        _child("Sender", _party("senderID", 1), 1),
        _child("Recipient", _party("recipientID", 0), 1),
        _child("ContentData", Shape((_child("CaseID", _CASE_ID),))),
    )
)
_FILE = Shape(
    (
        _child("encodingFormat", Shape(pattern=r"[a-z]+/[a-zA-Z0-9.+-]+"), 1),
        _child("filename", Shape(pattern=r"[^/\\]{1,256}"), 1),
        _child("language", Shape(pattern="[a-z]{2}"), 1),
        _child("content", Shape(pattern=r"[A-Za-z0-9+/=\s]*"), 1),
    )
)
_DOCUMENT = Shape((_child("mainDocumentID", _TEXT), _child("label", _TEXT), _child("File", _FILE, 1, MANY)))
SHAPE: Final = Shape(
    (
        _child("MessageHeader", _HEADER, 1),
        _child("MessageBody", Shape((_child("createdDateTime", _MOMENT, 1), _child("MainDocument", _DOCUMENT, 1)))),
    ),
    attributes={"memoVersion": r"1\.[0-9]+", "memoSchVersion": r"1\.[0-9]+\.[0-9]+"},
)
"""The structure of a message, as far as we write and read it."""
