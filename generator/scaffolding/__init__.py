"""New files of a policy, written as far as a machine can write them."""
