"""Its addresses."""

from django.urls import path

from shutaf.web.pages.model import view

urlpatterns = [
    path("w/<str:workspace_ref>/model/", view.model, name="model"),
    path("w/<str:workspace_ref>/partnership/<str:ref>/model/", view.model_of, name="model_of"),
    path("w/<str:workspace_ref>/model/initiative/<path:ref>", view.model_for, name="model_for"),
    path("w/<str:workspace_ref>/take/model/", view.take, name="model_take"),
]
