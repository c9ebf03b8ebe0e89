"""The transition at 18 as law and arithmetic: who is concerned, the six topics, milestones, days without help, cost."""
