"""What can be done with offers."""
