"""Where a conversation on video is: an address that somebody types, or a room at the municipality's video service."""

_SCHEMES = ("https://", "http://")
_ROOM = "{rum}"


def is_web_address(*, text: str) -> bool:
    """Whether it begins as an address of the web does. Only such a one is ever made a link that people follow."""
    return text.lower().startswith(_SCHEMES)


def room_address(*, pattern: str, room: str) -> str:
    """The address of one room: the pattern with the room put in, or after it; "" where the pattern is none of the web.

    `room` is a word that nobody can guess.
    """
    if not is_web_address(text=pattern):
        return ""
    return pattern.replace(_ROOM, room) if _ROOM in pattern else f"{pattern.rstrip('/')}/{room}"
