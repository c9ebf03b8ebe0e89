"""Holding a document against its published structure: which elements, in which order, how many, and what they say.

The shapes are tables of our own, written after the published schemas; none of their text stands here.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final
from xml.etree import ElementTree as ET

MANY: Final = 1_000_000
_LARGEST: Final = 30 * 1024 * 1024


class NotReadable(ValueError):
    """It is not XML, too large, or has a document type."""


@dataclass(frozen=True)
class Child:
    """An element that may stand in another: `least` to `most` times."""

    name: str
    shape: "Shape"
    least: int = 0
    most: int = 1


@dataclass(frozen=True)
class Shape:
    """What an element holds: children in this order, or a text. `choice`: one of the children alone.

    `pattern` is what the whole text must match. `attributes` are those that it must have.
    """

    children: Sequence[Child] = ()
    pattern: str = ""
    choice: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)


def read(content: bytes) -> ET.Element:
    """The root of a document. Raises NotReadable; a document type is refused, so that nothing in it can be expanded."""
    if len(content) > _LARGEST or b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise NotReadable
    try:
        return ET.fromstring(content)  # noqa: S314 (without a document type there is nothing to expand)
    except (ET.ParseError, ValueError, LookupError) as error:
        raise NotReadable from error


def write(root: ET.Element, *, names: Mapping[str, str]) -> bytes:
    """A document as bytes, with these prefixes: prefix → name of the space."""
    for prefix, space in names.items():
        ET.register_namespace(prefix, space)
    found: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return found


def faults(element: ET.Element, shape: Shape, *, where: str = "") -> list[str]:
    """What in the element is not as its shape says; nothing for one that is."""
    here = f"{where}/{_short(element.tag)}"
    wrong = (name for name, value in shape.attributes.items() if not re.fullmatch(value, element.get(name, "")))
    found = [f"{here}: attribute {name} does not say what it may" for name in wrong]
    if not shape.children:
        if len(element):
            found.append(f"{here}: holds elements")
        elif not re.fullmatch(shape.pattern or "(?s).*", element.text or ""):
            found.append(f"{here}: does not say what it may")
        return found
    return [*found, *_of_children(element, shape, here)]


def _of_children(element: ET.Element, shape: Shape, here: str) -> Iterator[str]:
    places = {child.name: place for place, child in enumerate(shape.children)}
    numbers = dict.fromkeys(places, 0)
    reached = 0
    for one in element:
        tag = str(one.tag)
        place = places.get(tag)
        if place is None:
            yield f"{here}: {_short(tag)} is not of it"
            continue
        if place < reached and not shape.choice:
            yield f"{here}: {_short(tag)} stands too late"
        reached = max(reached, place)
        numbers[tag] += 1
        yield from faults(one, shape.children[place].shape, where=here)
    for child in shape.children:
        if not child.least <= numbers[child.name] <= child.most and not shape.choice:
            yield f"{here}: {_short(child.name)} stands {numbers[child.name]} times"
    if shape.choice and sum(numbers.values()) != 1:
        yield f"{here}: holds {sum(numbers.values())} of what there may be one of"


def _short(tag: object) -> str:
    return str(tag).rpartition("}")[2]
