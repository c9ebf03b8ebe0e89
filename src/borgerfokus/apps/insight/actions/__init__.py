"""What insight does: it keeps the event table, takes logs in and out, and releases figures."""
