"""Its address."""

from django.urls import path

from shutaf.web.pages.contact_reads import view

urlpatterns = [path("w/<str:workspace_ref>/contact-reads/", view.contact_reads, name="contact_reads")]
