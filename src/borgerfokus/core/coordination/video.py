"""Where a meeting on video is: an address that somebody types and others follow."""

_SCHEMES = ("https://", "http://")


def is_web_address(*, text: str) -> bool:
    """Whether it begins as an address of the web does. Only such a one is ever made a link that people follow."""
    return text.lower().startswith(_SCHEMES)
