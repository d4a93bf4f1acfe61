"""Who is in the workspace, who was asked in, and what may each do?"""
