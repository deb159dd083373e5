"""Texts for Markdown files."""

import re

SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")


def plain(text: str) -> str:
    """The text on one line, with the signs that Markdown would read as its own escaped."""
    return SPECIAL.sub(r"\\\1", " ".join(text.split()))
