"""What leaves for other systems, shaped purely: events, fields, signatures, and the standards' own documents."""
