"""What was seen in Germany and in Israel, side by side?"""
