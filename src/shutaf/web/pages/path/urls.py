"""Its addresses."""

from django.urls import path

from shutaf.web.pages.path import letter, view

urlpatterns = [
    path("w/<str:workspace_ref>/partnership/<str:ref>", view.path, name="path"),
    path("w/<str:workspace_ref>/partnership/<str:ref>/step/<str:step>", view.step, name="step"),
    path("w/<str:workspace_ref>/partnership/<str:ref>/here/<str:step>", view.step_here, name="step_here"),
    path("w/<str:workspace_ref>/partnership/<str:ref>/letter/", letter.letter, name="letter"),
    path("w/<str:workspace_ref>/partnership/<str:ref>/letter.<str:form>", letter.letter_file, name="letter_file"),
]
