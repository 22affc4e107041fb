"""Score a request against a policy: pure, exact, standard library only; the browser runs these very files."""
