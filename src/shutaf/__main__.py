"""python -m shutaf: the command line."""

import sys

from shutaf.cli import main

sys.exit(main())
