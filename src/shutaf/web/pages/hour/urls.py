"""Its addresses."""

from django.urls import path

from shutaf.web.pages.hour import view

urlpatterns = [
    path("w/<str:workspace_ref>/hour/", view.hour, name="hour"),
    path("w/<str:workspace_ref>/hour/names/", view.hour_names, name="hour_names"),
    path("w/<str:workspace_ref>/hour/sectors/", view.hour_sectors, name="hour_sectors"),
    path("w/<str:workspace_ref>/hour/ticks/", view.hour_ticks, name="hour_ticks"),
    path("w/<str:workspace_ref>/hour/exchange/", view.hour_exchange, name="hour_exchange"),
    path("w/<str:workspace_ref>/hour/brief/", view.hour_brief, name="hour_brief"),
]
