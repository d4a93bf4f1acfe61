"""Its addresses."""

from django.urls import path

from shutaf.web.pages.privacy import view

urlpatterns = [
    path("privacy/", view.notice_page, name="notice"),
    path("privacy/notice.<str:form>", view.notice_file, name="notice_file"),
    path("w/<str:workspace_ref>/privacy/", view.privacy, name="privacy"),
    path("w/<str:workspace_ref>/privacy/<str:paper>.<str:form>", view.privacy_file, name="privacy_file"),
]
