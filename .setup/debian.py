"""Debian's packages, for those who may install them."""

import os
import shutil

from programs import say, succeeds


def apt_install(package: str) -> bool:
    """Install a Debian package where we may; False, and no harm done, where we may not or can't."""
    if not shutil.which("apt-get"):
        return False
    if os.geteuid() == 0:
        apt = ["apt-get"]
    elif shutil.which("sudo") and succeeds(["sudo", "-n", "true"], seconds=10):
        apt = ["sudo", "-n", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    else:
        return False
    apt += ["--quiet", "--yes", "--option", "DPkg::Lock::Timeout=120"]
    say(f"installing Debian's package {package}")
    succeeds([*apt, "update"], seconds=300)
    return succeeds([*apt, "install", "--no-install-recommends", package], seconds=900)
