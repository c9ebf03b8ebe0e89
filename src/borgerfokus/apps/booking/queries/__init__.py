"""Reads of appointments, of free times, and of calendars."""
