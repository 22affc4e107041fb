"""Fixtures that all tests may ask for by name."""

pytest_plugins = ("tests.browser", "tests.webkit", "tests.tab", "tests.whole_site")
