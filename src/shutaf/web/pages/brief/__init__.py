"""What would one walk into the room with, right now?"""
