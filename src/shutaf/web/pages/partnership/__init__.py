"""Which partnerships are there, who began each, for what and with whom?"""
