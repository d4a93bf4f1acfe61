"""Its addresses."""

from django.urls import path

from shutaf.web.pages.tokens import view

urlpatterns = [
    path("w/<str:workspace_ref>/tokens/", view.tokens, name="tokens"),
    path("w/<str:workspace_ref>/token/<str:ref>/end/", view.token_end, name="token_end"),
]
