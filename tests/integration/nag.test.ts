import { readFileSync } from 'node:fs';
import { describe, expect, inject, it } from 'vitest';
import { EXPLAINED } from '../support/nag/explained.ts';

interface Report {
  violations: { ruleName: string; violatingResources: { constructPath: string }[] }[];
}

interface Finding {
  rule: string;
  where: string;
}

/** What the AWS Solutions pack says of the branch's backend, by rule and the construct's path below the stack. */
function findings(): Finding[] {
  const { violations } = JSON.parse(readFileSync(inject('nagReport'), 'utf8')) as Report;
  return violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => ({
      rule: ruleName,
      where: constructPath.split('/').slice(1).join('/'),
    })),
  );
}

describe('cdk-nag’s AWS Solutions pack', () => {
  const found = findings();

  it('finds nothing that is not explained', () => {
    const unexplained = found.filter(
      (finding) => !EXPLAINED.some(({ rule, where }) => rule.test(finding.rule) && where.test(finding.where)),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(unexplained).toEqual([]);
  });

  it.each(EXPLAINED)('$rule needs its explanation', ({ rule, where }) => {
    expect(found.filter((one) => rule.test(one.rule) && where.test(one.where))).not.toEqual([]);
  });
});
