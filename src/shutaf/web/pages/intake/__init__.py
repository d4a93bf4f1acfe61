"""What did bodies say through their links, and does it enter the map?"""
