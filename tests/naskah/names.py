"""Names people may have, of any length a form takes, for tests with random content."""

from hypothesis import strategies as st

LETTERS = "abcdefghijklmnoprstuvwyz ABDEGHKLMNPRSTWY.,'’-āīūḥṣḍṭẓġʿʾéèñŋ"
NAMES = st.text(LETTERS, min_size=1, max_size=100).filter(lambda name: bool(name.strip()))
