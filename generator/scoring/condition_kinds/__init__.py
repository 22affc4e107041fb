"""One module a kind of condition: whether one may apply, beside the points."""
