"""The pure core: values and decisions without Django, without a clock and without I/O."""
