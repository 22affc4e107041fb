"""Do the sources still say what they said? Addresses are asked for, and what came is compared with what came before."""
