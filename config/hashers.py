"""Password hashing within the memory of a small machine."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class LeanArgon2PasswordHasher(Argon2PasswordHasher):
    """Argon2id with 19 MiB a hash, OWASP's minimum; Django's default of 100 MiB invites exhaustion."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
