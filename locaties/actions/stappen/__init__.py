"""What every deed stands on, of whichever package."""
