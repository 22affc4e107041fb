"""What the policy data says: one module per kind of file, each a declaration that is schema, model and documentation at once.

A class names the keys of a table by its fields; annotations say what their values may be (``marks``). ``fit``
turns a located node into values of these classes and keeps their places, or says what is wrong and where.
"""
