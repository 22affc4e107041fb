"""The site while it is worked on: pages made on request from what is saved, beside them what the checks and sample people say."""
