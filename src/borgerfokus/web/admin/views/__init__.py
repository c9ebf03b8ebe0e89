"""Views of the administrator."""
