"""Its addresses."""

from django.urls import path

from shutaf.web.pages.running_actions import paste, view

urlpatterns = [
    path("w/<str:workspace_ref>/actions/", view.running_actions, name="running_actions"),
    path("w/<str:workspace_ref>/edit/action/<path:ref>", view.running_action_edit, name="running_action_edit"),
    path("w/<str:workspace_ref>/trash/action/<path:ref>", view.running_action_trash, name="running_action_trash"),
    path("w/<str:workspace_ref>/new/actions/", paste.running_actions_new, name="running_actions_new"),
    path("w/<str:workspace_ref>/new/opportunities/", paste.opportunities_new, name="opportunities_new"),
]
