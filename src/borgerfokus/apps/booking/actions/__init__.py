"""What is done with appointments."""
