"""What could we do together? Initiatives, answers to findings, and the Situation that a Viewer may see."""
