"""A municipality's way in: files read, checked row by row, and loaded all or nothing.

`reading` makes rows of a file, `columns` and `cells` say what may stand in them, one module for each kind of file
loads them, and `running` holds the transaction.
"""
