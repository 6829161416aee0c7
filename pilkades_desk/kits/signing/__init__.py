"""X.509 and pyHanko: keys, certificates, envelope and PDF signatures."""
