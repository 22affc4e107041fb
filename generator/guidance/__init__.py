"""What people are told beside the score: papers to bring, editions side by side, the outlook and its calendar."""
