"""Pasted text to contributions: lines of a spreadsheet, a print or a person's own notes."""
