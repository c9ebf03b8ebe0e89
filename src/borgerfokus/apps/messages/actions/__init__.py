"""What is done with messages, one file for each part."""
