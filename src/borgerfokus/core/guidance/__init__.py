"""Finding help before there is a case, and what colleagues know: words, pages, and the guide."""
