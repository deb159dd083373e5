#!/usr/bin/env python3
"""The one command of this project: "python3 dev.py run", "python3 dev.py test"; "python3 dev.py" lists the others.

Needs nothing but Python. This file is kept readable for Pythons that are too old, so that they can say so.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - that is the question
    sys.exit("dev.py needs Python 3.11 or newer; this is Python %d.%d." % sys.version_info[:2])  # noqa: UP031

from devtools.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
