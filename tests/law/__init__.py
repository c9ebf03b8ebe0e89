"""Law as case tables that a lawyer can read, each with the test that holds the program to it."""
