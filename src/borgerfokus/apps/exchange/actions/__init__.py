"""What can be done with the stream and the integrations."""
