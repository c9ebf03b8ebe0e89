"""How cases flow, measured over the coded event table.

Every measure is an Ibis expression over two tables (`columns`), so that it runs on whichever engine holds them. All
times are whole microseconds and all words are codes, so that two engines give the same numbers to the last digit.
"""
