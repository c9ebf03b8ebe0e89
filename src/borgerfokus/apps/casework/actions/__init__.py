"""What can be done to a case: each verb one transaction."""
