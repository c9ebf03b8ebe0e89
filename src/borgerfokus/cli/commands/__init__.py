"""One module for each subcommand of `borgerfokus`, found by name."""
