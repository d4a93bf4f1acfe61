"""Its addresses."""

from django.urls import path

from shutaf.web.pages.criteria import view

urlpatterns = [
    path("w/<str:workspace_ref>/criteria/", view.criteria, name="criteria"),
    path("w/<str:workspace_ref>/new/criterion/", view.criterion_new, name="criterion_new"),
    path("w/<str:workspace_ref>/trash/criterion/<str:ref>", view.criterion_trash, name="criterion_trash"),
]
