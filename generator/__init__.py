"""Render the 沪积分 site from policy data, and score requests with the package that the browser runs."""
