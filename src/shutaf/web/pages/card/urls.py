"""Its addresses."""

from django.urls import path

from shutaf.web.pages.card import rows, view

urlpatterns = [
    path("w/<str:workspace_ref>/card/<path:ref>", view.card, name="card"),
    path("w/<str:workspace_ref>/teller/<path:ref>", view.card_teller, name="card_teller"),
    path("w/<str:workspace_ref>/follow/statement/<path:ref>", rows.statement_goes, name="statement_follow"),
    path("w/<str:workspace_ref>/trash/statement/<path:ref>", rows.statement_trash, name="statement_trash"),
    path("w/<str:workspace_ref>/edit/interest/<path:ref>", rows.interest_edit, name="interest_edit"),
    path("w/<str:workspace_ref>/trash/interest/<path:ref>", rows.interest_trash, name="interest_trash"),
    path("w/<str:workspace_ref>/edit/fact/<path:ref>", rows.fact_edit, name="fact_edit"),
    path("w/<str:workspace_ref>/trash/fact/<path:ref>", rows.fact_trash, name="fact_trash"),
]
