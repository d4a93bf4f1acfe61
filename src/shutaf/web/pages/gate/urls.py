"""Its addresses."""

from django.urls import path

from shutaf.web.pages.gate import view

urlpatterns = [
    path("w/<str:workspace_ref>/gate/", view.gate, name="gate"),
    path("w/<str:workspace_ref>/partnership/<str:ref>/gate/", view.gate_of, name="gate_of"),
]
