"""What is done across departments."""
