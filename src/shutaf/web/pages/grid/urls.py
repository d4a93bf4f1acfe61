"""Its addresses."""

from django.urls import path

from shutaf.web.pages.grid import view

urlpatterns = [
    path("w/<str:workspace_ref>/grid/<str:sheet>/", view.grid, name="grid"),
    path("w/<str:workspace_ref>/grid/<str:sheet>/cells", view.grid_cells, name="grid_cells"),
    path("w/<str:workspace_ref>/grid/<str:sheet>/news", view.grid_news, name="grid_news"),
]
