"""iCalendar (RFC 5545, 5546) by the library `icalendar`: appointments written, and busy times read."""
