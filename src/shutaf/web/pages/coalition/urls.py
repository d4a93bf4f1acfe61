"""Its addresses."""

from django.urls import path

from shutaf.web.pages.coalition import changes, view

urlpatterns = [
    path("w/<str:workspace_ref>/initiative-coalition/<path:ref>", view.coalition, name="coalition"),
    path("w/<str:workspace_ref>/keep/coalition/<path:ref>", changes.keep, name="coalition_keep"),
    path("w/<str:workspace_ref>/trash/coalition/<path:ref>", changes.drop, name="coalition_drop"),
    path("w/<str:workspace_ref>/consider/<path:ref>", changes.consider, name="coalition_consider"),
]
