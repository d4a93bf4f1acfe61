"""Its addresses."""

from django.urls import path

from shutaf.web.pages.history import view

urlpatterns = [
    path("w/<str:workspace_ref>/history/", view.history, name="history"),
    path("w/<str:workspace_ref>/deed/<str:ref>/", view.deed, name="deed"),
    path("w/<str:workspace_ref>/deed/<str:ref>/undo/", view.deed_undo, name="deed_undo"),
    path("w/<str:workspace_ref>/trash/", view.trash, name="trash"),
    path("w/<str:workspace_ref>/trash/restore/", view.trash_restore, name="trash_restore"),
]
