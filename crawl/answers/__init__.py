"""What APIs answer: JSON and CSV, read strictly and piece by piece."""
