"""The caseworker's place: my day, the work list, search, and the case with everything that can be done to it."""
