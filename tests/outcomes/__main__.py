"""Write the answers that are kept anew: ``make outcomes``."""

from tests.outcomes.answers import outcomes
from tests.outcomes.people import HERE


def main() -> None:
    """Replace every file that differs, and drop those that nothing fills any more."""
    texts = outcomes()
    for file in HERE.rglob("*.json"):
        if file.relative_to(HERE).as_posix() not in texts:
            file.unlink()
            print(f"dropped {file.relative_to(HERE)}")
    for path, text in texts.items():
        file = HERE / path
        if not file.exists() or file.read_text("utf-8") != text:
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, "utf-8")
            print(f"wrote {path}")


if __name__ == "__main__":
    main()
