"""How does a map leave: as a workbook, for another program, whole?"""
