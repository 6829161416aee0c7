"""calamine and openpyxl: sheets in, sheets out, cells as text."""
