"""From checked policies to `dist`: the steps of the build, and what is kept of the last one."""
