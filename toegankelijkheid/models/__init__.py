"""What people need, who is trained for it, and what was agreed."""

from .afstemming import Afstemming, Bestelling, Inzage, Toestemming
from .behoefte import Behoefte, Bekwaamheid, Specialisme

__all__ = ["Afstemming", "Behoefte", "Bekwaamheid", "Bestelling", "Inzage", "Specialisme", "Toestemming"]
