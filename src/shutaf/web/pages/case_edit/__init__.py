"""How is a case written? Part by part, with what each is for, what was filled from the data, and from where."""
