"""Why a log from outside cannot be read."""

from borgerfokus.core.texts import Text


class NotReadable(ValueError):
    """The file is no log that can be read; `text` says why, and what to do."""

    def __init__(self, *, da: str, en: str) -> None:
        self.text = Text(da=da, en=en)
        super().__init__(en)
