"""Its addresses."""

from django.urls import path

from shutaf.web.pages.questions import view

urlpatterns = [
    path("w/<str:workspace_ref>/questions/", view.questions, name="questions"),
    path("w/<str:workspace_ref>/questions.<str:form>", view.questions_file, name="questions_file"),
]
