"""An OpenID Connect provider for the demo municipality, where one chooses who to be. Never part of
production.

It is reached by the browser at /demo-login/ and by the login's own client in the same process; the tokens
that it
issues go through the same verification as everybody's.
"""
