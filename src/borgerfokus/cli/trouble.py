"""The one clear sentence that a person at the terminal gets when something outside the program is wrong."""

import errno
import shutil
import sys
from pathlib import Path

NEEDED_DISK = 1_500_000_000
"""Bytes for a full demo municipality, its files and the log of the database."""


class Trouble(Exception):
    """Something a person can mend. The message is Danish first, then English, without a stack trace."""

    def __init__(self, danish: str, english: str) -> None:
        super().__init__(f"{danish}\n{english}")
        self.danish = danish
        self.english = english


def report(trouble: Trouble) -> int:
    """Write the two sentences to stderr, the Danish one first, and return the exit code 1."""
    sys.stderr.write(f"\n{trouble.danish}\n{trouble.english}\n")
    return 1


def disk_full(folder: Path) -> Trouble:
    return Trouble(
        f"Disken er fuld: der er ikke plads nok i {folder}. Frigør plads, og prøv igen.",
        f"The disk is full: there is not enough room in {folder}. Free some space and try again.",
    )


def check_room(folder: Path, *, needed: int = NEEDED_DISK) -> None:
    """Raises Trouble if there are fewer than `needed` bytes free where the folder is, or will be."""
    made = next(path for path in (folder, *folder.parents) if path.exists())
    if shutil.disk_usage(made).free < needed:
        raise disk_full(folder)


def is_disk_full(error: BaseException) -> bool:
    """Whether an error, or what caused it, says that the disk or the user's quota is used up."""
    seen: BaseException | None = error
    while seen is not None:
        if isinstance(seen, OSError) and seen.errno in (errno.ENOSPC, errno.EDQUOT):
            return True
        if "No space left on device" in str(seen):
            return True
        seen = seen.__cause__ or seen.__context__
    return False
