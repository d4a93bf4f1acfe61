"""Which cases does this workspace tell, how far is each, and what would be published of it?"""
