"""The people to log in as, on the screen."""

import json
import sys

from borgerfokus.cli.demo.loading import people_file
from borgerfokus.cli.trouble import Trouble

_GROUPS = {"citizen": "Borgere", "employee": "Medarbejdere"}


def show() -> None:
    """Print who one can be and what waits for each. Raises Trouble when the demo is not loaded."""
    try:
        listed = json.loads(people_file().read_text("utf-8"))
    except FileNotFoundError:
        raise Trouble(
            "Demokommunen er ikke indlæst. Kør »borgerfokus demo«.",
            "The demo is not loaded. Run “borgerfokus demo”.",
        ) from None
    for kind, title in _GROUPS.items():
        sys.stdout.write(f"{title}\n")
        for row in listed:
            if row["kind"] == kind:
                sys.stdout.write(f"  {row['name']:<20} {row['note']}\n")
