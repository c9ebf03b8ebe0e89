"""What can be done in supervision, and with the kodeks."""
