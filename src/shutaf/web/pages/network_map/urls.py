"""Its addresses."""

from django.urls import path

from shutaf.web.pages.network_map import view

urlpatterns = [
    path("w/<str:workspace_ref>/map/", view.network_map, name="network_map"),
    path("w/<str:workspace_ref>/map.svg", view.map_file, name="map_file"),
]
