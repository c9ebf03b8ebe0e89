"""What can be done to a case of the demo: for each real action one function that adds the same rows and events.

A test holds the two together: the same handful of cases is run through the real services and through these.
"""
