"""What happened, and how is it taken back? Batches and undo, trash, history, backup, whole export."""
