"""Views of leaders and of those who review the logs."""
