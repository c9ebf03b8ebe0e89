"""Across departments: the line of time, what may be shared, contact around a handover, and calendar files."""
