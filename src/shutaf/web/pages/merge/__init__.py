"""Two rows of one body: found, looked at side by side, merged."""
