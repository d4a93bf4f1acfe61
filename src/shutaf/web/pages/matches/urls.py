"""Its addresses."""

from django.urls import path

from shutaf.web.pages.matches import answering, pair, view

urlpatterns = [
    path("w/<str:workspace_ref>/matches/", view.matches, name="matches"),
    path("w/<str:workspace_ref>/match/", pair.match, name="match"),
    path("w/<str:workspace_ref>/match/answer/", answering.match_said, name="match_said"),
    path("w/<str:workspace_ref>/match/revoke/<path:ref>", answering.match_revoked, name="match_revoked"),
]
