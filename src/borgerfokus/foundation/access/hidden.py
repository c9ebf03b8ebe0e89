"""The one answer to what is unknown and to what is forbidden."""


class Hidden(LookupError):
    """There is nothing here for this actor: it does not exist, or may not be seen. The web answers 404 to both."""
