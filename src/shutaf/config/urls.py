"""Which address leads where? The pages list themselves in `web/urls.py`, what programs ask in `api/application.py`."""

from django.urls import include, path

urlpatterns = [path("", include("shutaf.web.urls")), path("", include("shutaf.api.urls"))]

handler400 = "shutaf.web.shell.errors.bad_request"
handler403 = "shutaf.web.shell.errors.forbidden"
handler404 = "shutaf.web.shell.errors.not_found"
handler429 = "shutaf.web.shell.errors.too_many"  # asked for by allauth
handler500 = "shutaf.web.shell.errors.broken"
