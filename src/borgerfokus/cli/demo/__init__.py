"""The demo municipality: Fjordby Kommune (code 9990) and its neighbour Nabosund Kommune (9991).

Everything follows from a seed and the day of load, so that there is always something to do today. The rows are made
in memory, as the real actions would have written them, and copied in one transaction. All persons are invented, and
every personal number is of the replacement kind (day + 60).
"""
