"""The browser for tests: Debian's Chromium, installed with apt-get where that is possible."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find() -> Path | None:
    """The browser named by BORGERFOKUS_CHROMIUM, or one on the path."""
    named = os.environ.get("BORGERFOKUS_CHROMIUM")
    if named:
        return Path(named)
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    return Path(found) if found else None


def find_or_install() -> Path | None:
    """The browser, installed first if it is absent and this is root on Debian. None if there is none."""
    found = find()
    if found or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return found
    sys.stdout.write("Installerer Chromium med apt-get ... Installing Chromium with apt-get ...\n")
    sys.stdout.flush()
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", "chromium"]
    for command in (install, ["apt-get", "update", "-qq"], install):
        done = subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if find():
            break
    else:
        sys.stdout.write(done.stderr[-500:] + "\n")
    return find()
