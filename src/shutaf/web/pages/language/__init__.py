"""In which language and colours does this person read?"""
