"""ReportLab and pikepdf: pages, tables, QR, PDF/A."""
