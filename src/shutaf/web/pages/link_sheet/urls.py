"""Its addresses."""

from django.urls import path

from shutaf.web.pages.link_sheet import view

urlpatterns = [
    path("l/", view.link_sheet, name="link_sheet"),
    path("l/<str:token>/", view.link_open_page, name="link_open"),
]
