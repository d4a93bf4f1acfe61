"""Its addresses."""

from django.urls import path

from shutaf.web.pages.contacts import view

urlpatterns = [
    path("w/<str:workspace_ref>/contacts/", view.contacts, name="contacts"),
    path("w/<str:workspace_ref>/new/contact/", view.contact_new, name="contact_new"),
    path("w/<str:workspace_ref>/edit/contact/<path:ref>", view.contact_edit, name="contact_edit"),
    path("w/<str:workspace_ref>/settle/contact/<path:ref>", view.contact_settled, name="contact_settle"),
    path("w/<str:workspace_ref>/trash/contact/<path:ref>", view.contact_trash, name="contact_trash"),
]
