"""How does one get from thirty names to a brief of two pages within an hour?"""
