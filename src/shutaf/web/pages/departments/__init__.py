"""What is known of each department, who was asked, who answered, and who is next?"""
