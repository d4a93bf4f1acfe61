"""Its addresses."""

from django.urls import path

from shutaf.web.pages.safety import view

urlpatterns = [
    path("w/<str:workspace_ref>/safety/", view.safety, name="safety"),
    path("w/<str:workspace_ref>/safety/factor/", view.factor_require, name="factor_require"),
    path("w/<str:workspace_ref>/safety/support/", view.support_new, name="support_new"),
    path("w/<str:workspace_ref>/safety/support/<str:ref>/", view.support_ended, name="support_ended"),
]
