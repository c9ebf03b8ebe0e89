"""Everything that reads what comes from outside, with hostile files (bar B2)."""
