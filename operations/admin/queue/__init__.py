"""What waits for somebody, on the admin's first page."""
