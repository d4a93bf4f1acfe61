"""What could somebody not use, who answers, and until when?"""
