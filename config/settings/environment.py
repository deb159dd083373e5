"""The environment, read strictly: what is not understood stops the start, with one line that says what was expected.

A number or a flag that is empty counts as not given.
"""

import environ
from django.core.exceptions import ImproperlyConfigured

FLAGS = {"true": True, "yes": True, "on": True, "1": True, "false": False, "no": False, "off": False, "0": False}

env = environ.FileAwareEnv()


def flag(name: str, *, default: bool) -> bool:
    """Yes or no; anything else could mean either."""
    text = env.str(name, default="").strip()
    if not text:
        return default
    if text.lower() not in FLAGS:
        raise ImproperlyConfigured(f"{name} is {text!r}: give true or false.")
    return FLAGS[text.lower()]


def number(name: str, *, default: int, least: int = 0) -> int:
    """A whole number, not below ``least``."""
    text = env.str(name, default="").strip()
    if not text:
        return default
    if not text.isascii() or not text.isdigit() or len(text) > 9 or int(text) < least:
        raise ImproperlyConfigured(f"{name} is {text!r}: give a whole number, {least} or more.")
    return int(text)


def names(name: str, *, default: str | None = None) -> list[str]:
    """What stands between commas. Without a default it must be given, though it may be empty."""
    text: str = env.str(name) if default is None else env.str(name, default=default)
    return [each.strip() for each in text.split(",") if each.strip()]
