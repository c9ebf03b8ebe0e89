"""What can be done in the dialogue with a citizen: each verb one transaction."""
