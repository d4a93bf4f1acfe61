"""Its addresses."""

from django.urls import path

from shutaf.web.pages.members import view

urlpatterns = [
    path("w/<str:workspace_ref>/members/", view.members, name="members"),
    path("w/<str:workspace_ref>/member/<int:member_id>/", view.member, name="member"),
    path("w/<str:workspace_ref>/invitation/<int:invitation_id>/", view.invitation_change, name="invitation_change"),
]
