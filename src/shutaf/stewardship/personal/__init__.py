"""What does the service hold about a person: where, why, from whom, how long? And how is it told, corrected and erased?"""
