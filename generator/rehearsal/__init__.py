"""The site made without its engine and thrown away: what a build would refuse is found, with its file and line."""
