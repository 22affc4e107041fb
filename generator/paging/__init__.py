"""The model to Page values: what each page says, before any HTML."""
