"""What does the server call?"""

import os

from django.core.wsgi import get_wsgi_application

from shutaf.config.holding import hold_open

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "shutaf.config.settings")
application = get_wsgi_application()
hold_open()
