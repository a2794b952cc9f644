"""The day itself at random: visits, calls and counters of one office, until after closing."""
