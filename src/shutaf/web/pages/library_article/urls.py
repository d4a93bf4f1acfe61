"""Its addresses."""

from django.urls import path, register_converter

from shutaf.content import SHELVES
from shutaf.web.pages.library_article import view


class ShelfConverter:
    """A name of a shelf and nothing else, so that the other pages of the library keep their addresses."""

    regex = "|".join(SHELVES)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(ShelfConverter, "shelf")

urlpatterns = [
    path("library/<shelf:shelf>/", view.library_shelf, name="library_shelf"),
    path("library/<shelf:shelf>/<slug:key>/", view.library_article, name="library_article"),
]
