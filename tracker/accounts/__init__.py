"""Log-in for staff: throttled, with a second factor, recorded; and who may manage whom."""
