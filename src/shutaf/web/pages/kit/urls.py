"""Addresses of the workshop kit."""

from django.urls import path

from shutaf.web.pages.kit import view

urlpatterns = [
    path("w/<str:workspace_ref>/kit/", view.kit, name="kit"),
    path("w/<str:workspace_ref>/kit.pdf", view.kit_file, name="kit_file"),
    path("w/<str:workspace_ref>/poster.pdf", view.poster_file, name="poster_file"),
    path("w/<str:workspace_ref>/ticks.pdf", view.ticks_paper, name="ticks_paper"),
    path("w/<str:workspace_ref>/kit/type/", view.kit_type, name="kit_type"),
]
