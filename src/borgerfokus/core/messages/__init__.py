"""Secure messages: who answers, by when, how long it took, and the words of templates."""
