"""A scoring package small enough to see through: what the engine's tests build and ask."""
