"""Its addresses."""

from django.urls import path

from shutaf.web.pages.calls import view

urlpatterns = [
    path("w/<str:workspace_ref>/calls/", view.calls, name="calls"),
    path("w/<str:workspace_ref>/new/call/", view.call_new, name="call_new"),
]
