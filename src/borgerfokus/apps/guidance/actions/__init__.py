"""What can be done with pages, questions, introductions and the index."""
