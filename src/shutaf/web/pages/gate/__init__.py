"""Is partnership the right answer, or would something simpler do?"""
