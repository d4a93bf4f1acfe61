"""Its addresses."""

from django.urls import path

from shutaf.web.pages.brief import view

urlpatterns = [
    path("w/<str:workspace_ref>/brief/", view.brief, name="brief"),
    path("w/<str:workspace_ref>/brief.<str:form>", view.brief_file, name="brief_file"),
    path("w/<str:workspace_ref>/map.xlsx", view.workbook_file, name="workbook_file"),
    path("w/<str:workspace_ref>/template.xlsx", view.template_file, name="template_file"),
    path("w/<str:workspace_ref>/why/", view.why, name="why"),
]
