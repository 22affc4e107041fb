"""The addresses of the pages, from the root of the site."""

HOME = "index.html"
SCORE = "score.html"
GUIDE = "guide.html"
SOURCES = "sources.html"
CALCULATOR = "calculator.html"
EDITIONS = "editions.html"
FACT_CHECKS = "fact-checks.html"
QUESTIONS = "questions.html"
PAPERS = "papers.html"
RISK_CHECK = "risk-check.html"
SELF_ASSESSMENT = "self-assessment.html"
GLOSSARY = "glossary.html"
SELF_CHECK = "self-check.html"
OFFLINE = "hujifen-offline.html"
SEARCH = "search.html"
CHANGES = "changes.html"
GALLERY = "gallery.html"
FEED = "feed.atom"
NOT_FOUND = "404.html"
NOT_KEPT = "not-kept.html"


def up_from(place: str) -> str:
    """The way from pages behind ``place``, such as ``toy-town/``, to the root of the site."""
    return "../" * place.count("/")


def inside(address: str) -> str:
    """The place of a page inside the single file: ``indicators/age.html`` → ``indicators-age``."""
    return address.removesuffix(".html").replace("/", "-")


def of_edition(code: str) -> str:
    """What stands before the addresses of an edition's own pages, whether it is in force or not."""
    return f"editions/{code}/"


def indicator(code: str) -> str:
    """The page of an indicator."""
    return f"indicators/{code.replace('_', '-')}.html"


def question(code: str) -> str:
    """A question of the calculator."""
    return f"{CALCULATOR}#q-{code}"


def frequent_question(anchor: str) -> str:
    """A question that applicants ask."""
    return f"{QUESTIONS}#{anchor}"


def term(code: str) -> str:
    """A term of the glossary."""
    return f"{GLOSSARY}#term-{code}"


def document(code: str) -> str:
    """A document on the page of sources."""
    return f"{SOURCES}#doc-{code}"


def reading(code: str) -> str:
    """A silence of the text on the page about the score."""
    return f"{SCORE}#reading-{code}"
