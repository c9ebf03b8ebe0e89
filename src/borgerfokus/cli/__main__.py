"""`python -m borgerfokus.cli` is the `borgerfokus` command."""

import sys

from borgerfokus.cli.main import main

sys.exit(main())
