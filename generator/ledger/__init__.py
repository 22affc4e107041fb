"""The contribution ledger as a person looks at it."""
