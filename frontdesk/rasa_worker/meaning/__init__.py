"""Messages of both languages understood by what they mean, with pre-trained sentence vectors. ADR 11 has its measure."""
