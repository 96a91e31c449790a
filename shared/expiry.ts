/** How long a crud lives, as its author chooses. The names are the values of the GraphQL enum `ExpiresIn`. */
export const EXPIRY_CHOICES = [
  { value: 'THIRTY_DAYS', label: '30 days', hours: 720 },
  { value: 'SEVEN_DAYS', label: '7 days', hours: 168 },
  { value: 'THREE_DAYS', label: '3 days', hours: 72 },
  { value: 'ONE_DAY', label: '1 day', hours: 24 },
  { value: 'TWELVE_HOURS', label: '12 hours', hours: 12 },
  { value: 'THREE_HOURS', label: '3 hours', hours: 3 },
  { value: 'ONE_HOUR', label: '1 hour', hours: 1 },
] as const;

export type ExpiresIn = (typeof EXPIRY_CHOICES)[number]['value'];

export const DEFAULT_EXPIRES_IN: ExpiresIn = 'SEVEN_DAYS';
