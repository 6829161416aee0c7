"""Argon2id and AES-GCM: secrets wrapped under passwords and codes."""
