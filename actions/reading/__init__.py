"""What is written or said, read as values: numbers, orders, mail addresses, phones, places, names. Knows no task and no bot."""
