"""What must hold across the files of a policy: one question a module, all answered in one go."""

from generator.checking.checking import check, check_folder, load_checked

__all__ = ["check", "check_folder", "load_checked"]
