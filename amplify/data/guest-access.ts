import { Stack } from 'aws-cdk-lib';
import { Policy, PolicyStatement, type IRole } from 'aws-cdk-lib/aws-iam';
import type { IGraphqlApi } from 'aws-cdk-lib/aws-appsync';

/**
 * What visitors may read without signing in, and that they may report what broke. The types are those that these fields
 * answer.
 */
const FIELDS = [
  'Query/fields/activity',
  'Query/fields/thread',
  'Query/fields/homeFeed',
  'Query/fields/newSince',
  'Query/fields/trendingFeed',
  'Query/fields/activitiesByProfile',
  'Query/fields/activitiesByHashtag',
  'Query/fields/quotesOf',
  'Query/fields/likersOf',
  'Query/fields/searchActivities',
  'Query/fields/searchPeople',
  'Query/fields/trendingHashtags',
  'Query/fields/profile',
  'Query/fields/suggestedProfiles',
  'Query/fields/handleAvailable',
  'Subscription/fields/onActivityCreated',
  'Mutation/fields/reportClient',
];
const TYPES = [
  'Activity',
  'ActivityPage',
  'Profile',
  'ProfilePage',
  'QuotedActivity',
  'Thread',
  'ThreadBranch',
  'TrendingHashtag',
];

/**
 * Lets the identity pool's guests read. The schema language refuses `allow.guest()` beside `a.handler.custom`, but the
 * schema that Amplify generates carries `@aws_iam` on every field, so that IAM decides alone (docs/adr/0003).
 */
export function allowGuests(api: IGraphqlApi, guestRole: IRole): void {
  new Policy(Stack.of(api), 'GuestAccess', {
    roles: [guestRole],
    statements: [
      new PolicyStatement({
        actions: ['appsync:GraphQL'],
        resources: [...FIELDS, ...TYPES.map((type) => `${type}/*`)].map((path) => `${api.arn}/types/${path}`),
      }),
    ],
  });
}
