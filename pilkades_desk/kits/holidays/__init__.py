"""Indonesia's national holidays and joint leave days, from the `holidays` library."""
