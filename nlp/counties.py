"""The counties and regions of England, as they stand in names of areas."""

from __future__ import annotations

COUNTIES = (
    "Bedfordshire|Berkshire|Buckinghamshire|Cambridgeshire|Cheshire|Cornwall|Cumbria|Derbyshire|Devon|Dorset|Durham|Essex|"
    "Gloucestershire|"
    "Hampshire|Herefordshire|Hertfordshire|Kent|Lancashire|Leicestershire|Lincolnshire|Merseyside|Norfolk|Northamptonshire|"
    "Northumberland|"
    "Nottinghamshire|Oxfordshire|Shropshire|Somerset|Staffordshire|Suffolk|Surrey|Sussex|Warwickshire|Wiltshire|"
    "Worcestershire|Yorkshire|"
    "Manchester|London|Midlands|Humber|Tyneside|Teesside|Wirral|Cornwall and the Isles of Scilly|Isle of Wight")
