"""How accessible is this service, who answers for it, and how is a barrier told?"""
