import { DEMO_PEOPLE, type DemoPerson } from '../../amplify/seed/people.ts';
import { DEMO_PASSWORD } from './seed.ts';

export interface BannerFacts {
  appUrl: string;
  consoleUrl: string;
  seeded: boolean;
  withDemo: boolean;
  milliseconds: number;
}

const nameOf = ({ email, moderates }: DemoPerson): string => (moderates ? `${email} (a moderator)` : email);

/** What `npm start` says when everything is up. */
export function banner(facts: BannerFacts): string {
  const demo = facts.withDemo
    ? [`Sign in as ${DEMO_PEOPLE.map(nameOf).join(', ')}`, `with the password ${DEMO_PASSWORD}`]
    : ['This backend has no demo accounts: sign up, and read the code in the console.'];
  return [
    '',
    `  Cruddur is up (${(facts.milliseconds / 1000).toFixed(1)} s)`,
    '',
    `  App      ${facts.appUrl}`,
    `  Console  ${facts.consoleUrl}   mail with codes, users, requests, logs`,
    '',
    ...demo.map((line) => `  ${line}`),
    '',
    `  Data stays in .local/ (${facts.seeded ? 'fresh demo data' : 'restored'}); npm start -- --reset drops it.`,
    '  Ctrl-C stops everything.',
    '',
  ].join('\n');
}
