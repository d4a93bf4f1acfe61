"""Its addresses. ?for= names the initiative (else the first one), ?lang= the language (else the body's)."""

from django.urls import path

from shutaf.web.pages.dossier_letter import view

urlpatterns = [
    path("w/<str:workspace_ref>/letter/<path:ref>", view.letter, name="dossier_letter"),
    path("w/<str:workspace_ref>/letter.<str:form>/<path:ref>", view.letter_file, name="dossier_letter_file"),
]
