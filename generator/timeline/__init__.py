"""The score over time with everything going on as it is: to the day, evaluating only days that can change it."""
