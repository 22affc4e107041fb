"""The least that can be changed to reach the standard score: minimal sets of at most three changes."""
