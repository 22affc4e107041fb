"""The guide: what pages say beyond the score. Claims, questions, papers, risks, the official form, editions compared."""
