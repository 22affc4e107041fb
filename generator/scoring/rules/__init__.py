"""One module a rule kind: what the rule finds in the facts."""
