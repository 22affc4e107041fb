"""What a change of the data does: whose score, first date or plan moves, and which sentences of pages are others."""
