"""What can be done from each tab of the case page: forms, and the one domain call that each leads to."""
