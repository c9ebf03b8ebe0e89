"""What can be done in log control."""
