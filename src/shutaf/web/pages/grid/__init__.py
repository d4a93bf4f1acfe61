"""How are many bodies typed quickly? A grid as in a spreadsheet: keyboard, paste, undo, and nothing lost when the connection is."""
