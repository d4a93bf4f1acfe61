"""Who asked for their data, until when must it be answered, and what is held on them?"""
