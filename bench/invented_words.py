"""A vocabulary for invented passages: common words first, as in English (Zipf), the long tail coined from syllables."""

from __future__ import annotations

import random

import numpy as np
import numpy.typing as npt

from bench.ordinary import ADJECTIVE, FIRST, HEAD, JOB, NOUN, TAIL, VERB

LITTLE = """the of and to in a is was for that on at with by it are be as from has its were not this which have had an their more
    been who will also after""".split()
CARE = """trust hospital care patients staff services service board emergency department waiting waits maternity safety review
    leadership quality finance deficit surgery theatre ward nursing nurses doctors consultants midwives ambulance community
    mental health cancer referral treatment targets performance oversight segment support programme regulator inspection
    inspectors rating inadequate improvement requires governance risk register workforce vacancies agency spending savings plan
    recovery special measures licence undertakings warning notice breach conditions chief executive chair director resigned
    interim appointed culture bullying whistleblowers concerns complaints incident incidents harm deaths inquest coroner report
    never event wrong site block retained object handover delays discharge beds capacity winter pressures elective backlog
    diagnostics endoscopy radiology pathology pharmacy medicines infection control outbreak estate fire roof digital records
    cyber system commissioners merger strategy consultation""".split()
SUFFIXES = ("", "s", "shire", "by", "er")


def vocabulary(seed: int = 1) -> list[str]:
    """Some ninety thousand words, the commonest first."""
    draw = random.Random(seed)
    common = sorted({*CARE} - {*LITTLE})
    known = sorted({*map(str.lower, [*NOUN, *ADJECTIVE, *VERB, *JOB, *FIRST])} - {*common} - {*LITTLE})
    coined = sorted({f"{head}{tail}{suffix}".lower() for head in HEAD for tail in TAIL for suffix in SUFFIXES} - {*known, *common})
    for words in (common, known, coined):
        draw.shuffle(words)
    return [*LITTLE, *common, *known, *coined]


class Zipf:
    """Draws positions of a list, the first most often: position n with a chance of 1 / (n + 2)."""

    def __init__(self, size: int, seed: int) -> None:
        chances = 1 / np.arange(2, size + 2)
        self._bounds = np.cumsum(chances / chances.sum())
        self._random = np.random.default_rng(seed)

    def draw(self, count: int) -> npt.NDArray[np.int64]:
        """So many positions."""
        places: npt.NDArray[np.int64] = np.searchsorted(self._bounds[:-1], self._random.random(count))
        return places
