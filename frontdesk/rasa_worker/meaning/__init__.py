"""Optional: English messages compared by meaning, with pre-trained sentence vectors (extra `vectors`). ADR 11 has its measure."""
