"""What MicroPython lacks of Python, written for it: these run there, beside the lowered sources."""
