"""Expectations of cases brought up to what the engine gives, in the files themselves, after somebody has looked."""
