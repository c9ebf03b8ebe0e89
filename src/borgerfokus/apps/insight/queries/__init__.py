"""What is read: logs and the measures over them, what figures are made of, and the figures."""
