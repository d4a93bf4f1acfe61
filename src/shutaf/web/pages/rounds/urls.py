"""Its addresses."""

from django.urls import path

from shutaf.web.pages.rounds import one, view

urlpatterns = [
    path("w/<str:workspace_ref>/rounds/", view.rounds, name="rounds"),
    path("w/<str:workspace_ref>/new/round/", view.round_new, name="round_new"),
    path("w/<str:workspace_ref>/edit/round/<str:ref>", view.round_edit, name="round_edit"),
    path("w/<str:workspace_ref>/trash/round/<str:ref>", view.round_trash, name="round_trash"),
    path("w/<str:workspace_ref>/round/<str:ref>", one.round_page, name="round"),
    path("w/<str:workspace_ref>/round/<str:ref>/<str:what>/", one.round_move, name="round_move"),
]
