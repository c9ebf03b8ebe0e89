"""A case: its type, its way from first contact to closed, its deadlines, and what must be known first."""
