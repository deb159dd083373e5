"""What dev.py is made of. Everything that runs before the packages are installed uses the standard library only."""
