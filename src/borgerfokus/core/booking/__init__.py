"""Appointments, purely: which times are free, who may book with whom, and what can become of an appointment."""
