"""What every address of the API has in common (ADR 0006)."""
