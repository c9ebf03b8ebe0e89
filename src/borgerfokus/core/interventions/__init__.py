"""Plans, goals, help and follow-up, purely: the closed word lists, what is lacking, what help costs, how goals move."""
