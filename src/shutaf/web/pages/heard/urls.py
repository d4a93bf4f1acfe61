"""Its addresses: by a personal link, and from an account."""

from django.urls import path

from shutaf.web.pages.heard import asking, view

urlpatterns = [
    path("l/heard/", view.heard_link, name="heard_link"),
    path("l/heard/file/", view.heard_link_file, name="heard_link_file"),
    path("l/heard/ask/", asking.ask_link, name="heard_link_ask"),
    path("w/<str:workspace_ref>/heard/<path:ref>", view.heard, name="heard"),
    path("w/<str:workspace_ref>/heard-file/<path:ref>", view.heard_file, name="heard_file"),
    path("w/<str:workspace_ref>/heard-ask/<path:ref>", asking.ask, name="heard_ask"),
]
