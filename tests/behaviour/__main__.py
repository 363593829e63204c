"""The table of the behaviour suite: ``python -m tests.behaviour [KIND ...]`` prints passed and total by kind.

Before it stands each case that fails, with what was found, and what stands in the way where it is known to be open.
The exit status is 1 where one fails that is not.
"""

import sys
from collections import Counter
from collections.abc import Sequence

from pipeline.records import Analysis
from tests.behaviour.cases import read_cases, read_open
from tests.behaviour.checking import faults
from tests.behaviour.reading import analysed


def main(kinds: Sequence[str]) -> int:
    """Try the cases of ``kinds``, or of all where none is named."""
    total: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    known = read_open()
    surprises = 0
    for case in read_cases():
        if kinds and case.kind not in kinds:
            continue
        analysis = analysed(case)
        wrong = faults(case, analysis)
        total[case.kind] += 1
        passed[case.kind] += not wrong
        surprises += bool(wrong) != (case.case_id in known)
        if wrong:
            print(f"{case.case_id} [{','.join(case.parties)}] {' '.join(case.text.split())}")
            open_ = [f"    open: {known[case.case_id]}"] if case.case_id in known else []
            print(*(f"    ! {fault}" for fault in wrong), *open_, *_account(analysis), "", sep="\n")
    for kind in total:
        print(f"{kind:<24} {passed[kind]:>4} of {total[kind]:>4}  {passed[kind] / total[kind]:4.0%}")
    print(f"{'all':<24} {passed.total():>4} of {total.total():>4}")
    return int(bool(surprises))


def _account(analysis: Analysis) -> list[str]:
    """Lines that tell what was found."""
    lines = [f"    sentence <{';'.join(s.acts)}> {' '.join(s.text.split())}" for s in analysis.sentences]
    for row in analysis.commitments:
        more = [row.kind, row.strength, *["negated"] * row.negated, *["conditional"] * row.conditional]
        more += [f'deadline "{row.deadline}" {row.deadline_date}'] if row.deadline else []
        more += [f'amount "{row.amount}" {row.amount_value} {row.amount_currency}'] if row.amount else []
        actors = f"{';'.join(row.actors) or '-'} ({row.actor_text})"
        lines.append(f"    commitment [{row.cue}] {row.action} | {actors} | {', '.join(more)} | {row.confidence}")
    named = "; ".join(f"{e.text}/{e.label}/{e.entity_id}" for e in analysis.entities)
    return [*lines, f"    entities {named or 'none'}"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
