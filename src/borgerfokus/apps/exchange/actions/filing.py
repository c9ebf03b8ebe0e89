"""Deliveries as files in a folder, where an integration platform fetches them."""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from borgerfokus.apps.exchange.actions.ports import Parcel, Unavailable
from borgerfokus.core.exchange.retrying import Trouble


@dataclass(frozen=True)
class FilePort:
    """A folder. A file is there whole or not at all, and one that was written before is not written again."""

    folder: Path

    def send(self, parcel: Parcel, *, at: datetime) -> None:  # noqa: ARG002 (the port names it)
        """Write a parcel. Raises Unavailable when the folder cannot be written to."""
        path = self.folder / parcel.name
        try:
            self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            if path.exists():
                return
            fresh = path.with_suffix(f".{os.getpid()}.part")
            try:
                with fresh.open("wb") as handle:
                    handle.write(parcel.content)
                    handle.flush()
                    os.fsync(handle.fileno())
                fresh.rename(path)
            finally:
                with suppress(FileNotFoundError):
                    fresh.unlink()
        except OSError:
            raise Unavailable(Trouble.UNREACHABLE) from None
