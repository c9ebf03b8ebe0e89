"""The citizen's pages in finished words, as view objects."""
