"""Which partnerships does a workspace tell others of? Drafted from its own data, reviewed by its partners, published, curated."""
