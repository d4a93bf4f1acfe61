"""Its addresses."""

from django.urls import path

from shutaf.web.pages.initiatives import edit, one, view

urlpatterns = [
    path("w/<str:workspace_ref>/initiatives/", view.initiatives, name="initiatives"),
    path("w/<str:workspace_ref>/new/initiative/", edit.initiative_new, name="initiative_new"),
    path("w/<str:workspace_ref>/initiative/<path:ref>", one.initiative, name="initiative"),
    path("w/<str:workspace_ref>/edit/initiative/<path:ref>", edit.initiative_edit, name="initiative_edit"),
    path("w/<str:workspace_ref>/trash/initiative/<path:ref>", edit.initiative_trash, name="initiative_trash"),
    path("w/<str:workspace_ref>/shortlist/initiative/<path:ref>", one.initiative_list, name="initiative_list"),
    path("w/<str:workspace_ref>/choose/initiative/<path:ref>", one.initiative_chosen, name="initiative_chosen"),
    path("w/<str:workspace_ref>/tie/initiative/<path:ref>", one.initiative_tie, name="initiative_tie"),
]
