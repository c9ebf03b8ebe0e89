"""Read before everything else (`-p tests.early`): settings need to know where database and home are."""

import os
import tempfile
from pathlib import Path

from tests import database

os.environ["BORGERFOKUS_HOME"] = tempfile.mkdtemp(prefix="borgerfokus-test-")
Path(os.environ["BORGERFOKUS_HOME"], "static").mkdir()
os.environ.setdefault("BORGERFOKUS_DEMO", "1")
os.environ.pop("BORGERFOKUS_AS_OWNER", None)
os.environ["BORGERFOKUS_LIMITS"] = "off"
"""The harnesses ask thousands of times as one person in one moment; the tests of the limits set their own."""
database.ensure_addresses()
