"""The offer catalogue, purely: what an offer is, the ladder of LEON, which offers fit a need, and what a choice needs."""
