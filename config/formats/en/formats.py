"""Dates in English as the rest of its texts, British: 31 October 2018. Django's own are American."""

DATE_FORMAT = "j F Y"
