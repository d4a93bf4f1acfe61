"""Who wants what, written down in five minutes, and where bodies agree or differ."""
