"""calamine and XlsxWriter: sheets in, sheets out, cells as text."""
