"""What can be done with the journal."""
