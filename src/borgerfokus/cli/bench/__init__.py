"""The benchmark: a database of its own filled with cases, the real web before it, and a load generator.

`running` puts it together: `place` makes and drops the database, `filling` fills it (a child, as its owner), `web`
starts the web, `load` calls it (another child), `counting` counts the queries of each request, `report` tells.
"""
