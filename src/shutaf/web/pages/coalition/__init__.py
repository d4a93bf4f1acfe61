"""Who together could carry an initiative, what else would do, and what each choice costs?"""
