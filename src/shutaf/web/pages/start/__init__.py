"""Where does one begin? The door, the first visit, one's workspaces."""
