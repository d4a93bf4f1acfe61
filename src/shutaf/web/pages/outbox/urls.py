"""Its addresses."""

from django.urls import path

from shutaf.web.pages.outbox import view

urlpatterns = [path("w/<str:workspace_ref>/outbox/", view.outbox, name="outbox")]
