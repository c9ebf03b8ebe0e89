"""Views of the public place. Everybody may see them; nothing here is about a person."""
