"""What can be done with plans, goals, help and follow-ups."""
