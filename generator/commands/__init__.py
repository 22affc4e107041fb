"""What each command of ``generator`` does; the command line itself is read in ``generator.cli``."""
