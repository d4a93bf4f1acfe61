"""What stands round every page: frame, navigation, languages, errors, colours, fonts."""
