"""The acts on hearings, decisions, letters and appeals."""
