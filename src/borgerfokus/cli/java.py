"""Java for the tests on Spark: Debian's, installed with apt-get where that is possible; and Spark's own environment."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from borgerfokus.cli.environment import Environment

FOLDER, LOCK = ".venv-spark", "requirements-spark.lock"
PACKAGE = "openjdk-17-jre-headless"


def find() -> Path | None:
    """The Java of JAVA_HOME, or the one on the path."""
    home = os.environ.get("JAVA_HOME")
    if home:
        return Path(home) / "bin" / "java"
    found = shutil.which("java")
    return Path(found) if found else None


def find_or_install() -> Path | None:
    """Java, installed first if it is absent and this is root on Debian. None if there is none."""
    found = find()
    if found or os.geteuid() != 0 or shutil.which("apt-get") is None:
        return found
    sys.stdout.write("Installerer Java med apt-get ... Installing Java with apt-get ...\n")
    sys.stdout.flush()
    quiet = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", PACKAGE]
    for command in (install, ["apt-get", "update", "-qq"], install):
        done = subprocess.run(command, env=quiet, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
        if find():
            break
    else:
        sys.stdout.write(done.stderr[-500:] + "\n")
    return find()


def spark(root: Path) -> Environment:
    """The environment of Spark beside that of the tests; it is not made by asking for it."""
    return Environment(root, root / FOLDER, root / LOCK)
