"""Calendars on CalDAV servers (RFC 4791): which may be reached, and the four requests that are made to one."""

from borgerfokus.foundation.caldav.client import Account, CalDavFault, Fault, busy_times, check, put, remove
from borgerfokus.foundation.caldav.guard import is_allowed

__all__ = ["Account", "CalDavFault", "Fault", "busy_times", "check", "is_allowed", "put", "remove"]
