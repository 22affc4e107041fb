"""What the other readings of the law's silences would make of a request."""
