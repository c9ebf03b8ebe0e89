"""What is read: logs, and the measures over them."""
