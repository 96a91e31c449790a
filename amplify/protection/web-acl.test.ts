import { App, Stack } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { expect, test } from 'vitest';
import { addWebAcl, rateLimit } from './web-acl.ts';

test.each([
  [undefined, undefined],
  ['', undefined],
  ['2000', 2000],
])('WAF_RATE_LIMIT %j is %j', (wanted, limit) => expect(rateLimit(wanted)).toBe(limit));

test.each(['9', '1.5', 'lots'])('«%s» is refused, and the message says what to give', (wanted) => {
  expect(() => rateLimit(wanted)).toThrow(/give a whole number .* at least 10/);
});

// The first use of the CDK in a process loads all of it.
test('addresses above the limit are blocked, at each of what is protected', { timeout: 60_000 }, () => {
  const stack = new Stack(new App(), 'S');
  addWebAcl(stack, 100, { Api: 'arn:api', UserPool: 'arn:pool' });
  const template = Template.fromStack(stack);
  template.hasResourceProperties('AWS::WAFv2::WebACL', {
    DefaultAction: { Allow: {} },
    Rules: [
      Match.objectLike({
        Action: { Block: {} },
        Statement: { RateBasedStatement: { Limit: 100, AggregateKeyType: 'IP' } },
      }),
    ],
  });
  for (const arn of ['arn:api', 'arn:pool']) {
    template.hasResourceProperties('AWS::WAFv2::WebACLAssociation', { ResourceArn: arn });
  }
});
