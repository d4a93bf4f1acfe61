"""Who is asking, in which workspace, and what may they do? Users, workspaces, members, links, deeds and the Viewer."""
