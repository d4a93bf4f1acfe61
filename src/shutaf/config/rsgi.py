"""What does `shutaf serve` start? The application behind its door. Other servers start `wsgi`, with a proxy in front that waits for slow clients."""

from django.conf import settings

from shutaf.config.door import Door
from shutaf.config.wsgi import application as wsgi_application
from shutaf.web.shell.unavailable import crowded

application = Door(wsgi_application, crowded, settings.UPLOAD_LIMIT_BYTES)
