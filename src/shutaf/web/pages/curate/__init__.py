"""What do workspaces of this server tell the network, and what do its editors make of it?"""
