"""Every schema the database ever had, oldest first; each revision keeps the data on both databases."""
