"""Its addresses."""

from django.urls import path

from shutaf.web.pages.open_call import view

urlpatterns = [
    path("call/<str:address>/", view.open_call, name="open_call"),
    path("call/<str:address>/receipt/", view.call_receipt, name="call_receipt"),
]
