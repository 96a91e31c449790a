import { isIP } from 'node:net';

/** What AppSync says of a value and how it checks it; `read` gives the value for resolvers. */
export interface ScalarRule {
  readonly name: string;
  /** As in «Unable to parse `x` as a valid <called>.» */
  readonly called: string;
  /** As in «Unable to serialize `x` as a valid <calledOut>.» */
  readonly calledOut: string;
  valid(value: string): boolean;
}

const OFFSET = '(?:[Zz]|[+-](?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d)?)';
const TIME = '(?:[01]\\d|2[0-3]):[0-5]\\d(?::[0-5]\\d(?:\\.\\d{1,9})?)?';
const DATE_PATTERN = new RegExp(`^(-?\\d{4})-(\\d{2})-(\\d{2})${OFFSET}?$`);
const TIME_PATTERN = new RegExp(`^${TIME}${OFFSET}?$`);
const DATE_TIME_PATTERN = new RegExp(`^(-?\\d{4})-(\\d{2})-(\\d{2})T${TIME}${OFFSET}$`);
const EMAIL_PATTERN = /^[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+@[a-zA-Z0-9-]+(?:\.[a-zA-Z0-9-]+)*$/;
/** E.164 with or without the leading plus, spaces, dashes and brackets; a bare number is a United States one. */
const PHONE_PATTERN = /^(?:\+[1-9]\d{6,14}|1?[2-9]\d{2}[2-9]\d{6})$/;

function isCalendarDay(match: RegExpExecArray | null): boolean {
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function isAddress(value: string): boolean {
  const [host = '', size, ...more] = value.split('/');
  const version = isIP(host);
  if (version === 0 || more.length) return false;
  return size === undefined || (/^\d{1,3}$/.test(size) && Number(size) <= (version === 4 ? 32 : 128));
}

/** https://docs.aws.amazon.com/appsync/latest/devguide/scalars.html */
export const SCALAR_RULES: readonly ScalarRule[] = [
  {
    name: 'AWSDate',
    called: 'date',
    calledOut: 'Date Object',
    valid: (value) => isCalendarDay(DATE_PATTERN.exec(value)),
  },
  { name: 'AWSTime', called: 'time', calledOut: 'Time Object', valid: (value) => TIME_PATTERN.test(value) },
  {
    name: 'AWSDateTime',
    called: 'DateTime',
    calledOut: 'DateTime Object',
    valid: (value) => isCalendarDay(DATE_TIME_PATTERN.exec(value)),
  },
  {
    name: 'AWSEmail',
    called: 'email address',
    calledOut: 'email address',
    valid: (value) => EMAIL_PATTERN.test(value),
  },
  { name: 'AWSURL', called: 'URL', calledOut: 'URL', valid: (value) => URL.canParse(value) },
  {
    name: 'AWSPhone',
    called: 'phone number',
    calledOut: 'phone number',
    valid: (value) => PHONE_PATTERN.test(value.replace(/[\s().-]/g, '')),
  },
  { name: 'AWSIPAddress', called: 'IP address', calledOut: 'IP address', valid: isAddress },
];
