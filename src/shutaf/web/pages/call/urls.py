"""Its addresses."""

from django.urls import path

from shutaf.web.pages.call import answers, told, trail, view

urlpatterns = [
    path("w/<str:workspace_ref>/call/<str:ref>", view.call, name="call"),
    path("w/<str:workspace_ref>/edit/call/<str:ref>", view.call_edit, name="call_edit"),
    path("w/<str:workspace_ref>/trash/call/<str:ref>", view.call_trash, name="call_trash"),
    path("w/<str:workspace_ref>/call/<str:ref>/preview/", view.call_preview, name="call_preview"),
    path("w/<str:workspace_ref>/call/<str:ref>/publish/", view.call_publish, name="call_publish"),
    path("w/<str:workspace_ref>/call/<str:ref>/correct/", view.call_correct, name="call_correct"),
    path("w/<str:workspace_ref>/call/<str:ref>/close/", view.call_close, name="call_close"),
    path("w/<str:workspace_ref>/call/<str:ref>/told/", told.call_told, name="call_told"),
    path("w/<str:workspace_ref>/call/<str:ref>/told/remove/", told.call_told_remove, name="call_told_remove"),
    path("w/<str:workspace_ref>/call/<str:ref>/answers/", answers.call_answers, name="call_answers"),
    path("w/<str:workspace_ref>/call/<str:ref>/trail.<str:form>", trail.call_trail_file, name="call_trail_file"),
]
