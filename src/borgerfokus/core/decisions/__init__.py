"""Decisions: outcome, reasons, hearing, letter and appeal, as pure rules."""
