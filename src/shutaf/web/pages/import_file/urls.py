"""Its addresses."""

from django.urls import path

from shutaf.web.pages.import_file import view

urlpatterns = [
    path("w/<str:workspace_ref>/import/", view.import_new, name="import_new"),
    path("w/<str:workspace_ref>/import/<str:ref>/", view.import_file, name="import_file"),
    path("w/<str:workspace_ref>/import-tell/<str:ref>/", view.import_tell, name="import_tell"),
    path("w/<str:workspace_ref>/import-accept/<str:ref>/", view.import_accept, name="import_accept"),
    path("w/<str:workspace_ref>/import-drop/<str:ref>/", view.import_drop, name="import_drop"),
]
