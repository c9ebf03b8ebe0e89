"""What can be done about the citizen's rights."""
