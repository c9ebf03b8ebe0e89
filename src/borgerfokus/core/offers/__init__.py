"""The offer catalogue, purely: what an offer is, the ladder of LEON, what fits a need, and what a choice needs."""
