"""Its addresses. A page of one body is about the initiative named by ?for=, else about the first one."""

from django.urls import path

from shutaf.web.pages.dossiers import view

urlpatterns = [
    path("w/<str:workspace_ref>/dossiers/", view.dossiers_of_first, name="dossiers_of_first"),
    path("w/<str:workspace_ref>/dossiers/<path:ref>", view.dossiers, name="dossiers"),
    path("w/<str:workspace_ref>/dossier/<path:ref>", view.dossier, name="dossier"),
    path("w/<str:workspace_ref>/dossier.<str:form>/<path:ref>", view.dossier_file, name="dossier_file"),
]
