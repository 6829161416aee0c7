"""calamine and a small xlsx writer: sheets in, sheets out, cells as text."""
