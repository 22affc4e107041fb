"""A static host on this machine, for looking at the site, for the work loop and for the tests."""
