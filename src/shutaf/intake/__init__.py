"""What waits to be looked at before it enters the map? Uploads, and what partners and links propose."""
