"""What must be said on paper of personal data: the notice, the record of processing, the definition of the data base, what is surplus, what is held."""
