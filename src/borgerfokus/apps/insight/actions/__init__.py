"""What insight does: it builds the event table, refreshes it, and takes logs in and out."""
