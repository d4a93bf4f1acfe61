"""Its addresses."""

from django.urls import path

from shutaf.web.pages.cases import deeds, files, view

urlpatterns = [
    path("w/<str:workspace_ref>/cases/", view.cases, name="cases"),
    path("w/<str:workspace_ref>/case/<str:ref>", view.case, name="case"),
    path("w/<str:workspace_ref>/case/<str:ref>/ask/", deeds.case_ask, name="case_ask"),
    path("w/<str:workspace_ref>/case/<str:ref>/back/", deeds.case_back, name="case_back"),
    path("w/<str:workspace_ref>/case/<str:ref>/heard/", deeds.case_heard, name="case_heard"),
    path("w/<str:workspace_ref>/case/<str:ref>/words/", deeds.case_words, name="case_words"),
    path("w/<str:workspace_ref>/case/<str:ref>/clear/", deeds.case_clear, name="case_clear"),
    path("w/<str:workspace_ref>/case/<str:ref>/publish/", deeds.case_publish, name="case_publish"),
    path("w/<str:workspace_ref>/case/<str:ref>/withdraw/", deeds.case_withdraw, name="case_withdraw"),
    path("w/<str:workspace_ref>/case/<str:ref>/case.md", files.case_file_out, name="case_file"),
    path("w/<str:workspace_ref>/new/case/file/", files.case_import, name="case_import"),
    path("w/<str:workspace_ref>/trash/case/<str:ref>", deeds.case_trash, name="case_trash"),
]
