"""Usul perbaikan and tanggapan on the DPS (F-03): received, decided, carried out at once."""
