"""Comparing teams and municipalities: release files, public key figures, likeness, ranks with intervals, funnels.

Pure Python: no numerical package is needed. What is compared has left the casework side already (`core.disclosure`).
"""
