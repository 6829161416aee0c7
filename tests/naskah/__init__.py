"""Forms made from blocks: samples, golden texts and what must hold for each."""
