"""stewardship keeps no table of its own: deeds and changes lie with accounts, where every subject can write them."""
