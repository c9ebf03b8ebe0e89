"""Leaders' supervision: which cases are drawn, what is asked of them, and what the answers say of all cases.

Pure Python. The draw is repeatable by another program from the seed and the list of case numbers: see
`docs/reference/supervision-draw.md`.
"""
