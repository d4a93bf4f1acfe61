"""Which ties and known absences are there, and how is one written down?"""
