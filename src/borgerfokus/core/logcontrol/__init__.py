"""Control of the look-up log: which look-ups nothing explains, which are drawn by lot, and how each one ends."""
