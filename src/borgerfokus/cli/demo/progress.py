"""A bar on stderr that says what is being done and how far it is."""

import sys
import time

_WIDTH = 28


class Progress:
    """Phases with a share of the whole each; the bar is drawn over itself on a terminal, and silent elsewhere."""

    def __init__(self) -> None:
        self._began = time.monotonic()
        self._drawn = sys.stderr.isatty()

    def say(self, words: str, share: float) -> None:
        """Show that `share` (0 to 1) is done, and what comes now."""
        if not self._drawn:
            return
        full = round(_WIDTH * share)
        bar = "█" * full + "░" * (_WIDTH - full)
        sys.stderr.write(f"\r  {bar} {round(share * 100):3d} %  {words:<40}")
        sys.stderr.flush()

    def done(self, words: str) -> None:
        """End the bar with one line."""
        if self._drawn:
            self.say("", 1)
            sys.stderr.write("\n")
        sys.stderr.write(f"  {words} ({time.monotonic() - self._began:.1f} s)\n")
