"""Its addresses."""

from django.urls import path

from shutaf.web.pages.stances import view

urlpatterns = [
    path("w/<str:workspace_ref>/stances/", view.stances, name="stances"),
    path("w/<str:workspace_ref>/stances/goal/", view.stance_goal, name="stance_goal"),
]
