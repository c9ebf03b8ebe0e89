"""The pages of the caseworker's place."""
