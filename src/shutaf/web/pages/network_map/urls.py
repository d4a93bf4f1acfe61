"""Its addresses."""

from django.urls import path

from shutaf.web.pages.network_map import data, files, saving, view

urlpatterns = [
    path("w/<str:workspace_ref>/map/", view.network_map, name="network_map"),
    path("w/<str:workspace_ref>/map/scene.json", data.map_scene, name="map_scene"),
    path("w/<str:workspace_ref>/map/save/", saving.view_save, name="view_save"),
    path("w/<str:workspace_ref>/map/remove/<str:ref>/", saving.view_remove, name="view_remove"),
    path("w/<str:workspace_ref>/map.<str:form>", files.map_file, name="map_file"),
]
