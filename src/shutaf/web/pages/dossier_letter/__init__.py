"""What do we write to one body about an initiative, and on which rows does each sentence rest?"""
