"""Page values to HTML: Jinja with strict undefined and autoescape, Markdown with raw HTML off."""
