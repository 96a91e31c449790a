import { AppError } from './app-error.ts';

/** What Amplify throws: an Error, or `{ data, errors }` with the errors of the GraphQL response. */
interface Thrown {
  name?: string;
  message?: string;
  errors?: readonly GraphqlError[];
}

interface GraphqlError {
  errorType?: string;
  message?: string;
  originalError?: { name?: string } | null;
  errorInfo?: { traceId?: string } | null;
}

/** The names under which Amplify and AppSync say the same thing. */
const SAME_AS: Readonly<Record<string, string>> = {
  NetworkError: 'Network',
  'Network Error': 'Network',
  TimeoutError: 'Network',
  NoSignedUser: 'SignedOut',
  NoValidAuthTokens: 'SignedOut',
  UserUnAuthenticatedException: 'SignedOut',
  UnauthorizedException: 'SignedOut',
  DatabaseAsleepError: 'DatabaseResuming',
  DatabaseResumingException: 'DatabaseResuming',
  TooManyRequestsException: 'LimitExceededException',
};

function fromGraphql(error: GraphqlError): AppError {
  // AppSync prefixes the type of a Lambda's error: «Lambda:DatabaseAsleepError».
  const given = error.errorType?.replace(/^Lambda:/, '') ?? error.originalError?.name ?? 'Internal';
  const found = new AppError(SAME_AS[given] ?? given, error.message ?? '', error);
  if (error.errorInfo?.traceId) found.traceId = error.errorInfo.traceId;
  return found;
}

/** Any thrown value as an AppError; an AppError as it is. */
export function toAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  const { name, message, errors } = (thrown ?? {}) as Thrown;
  const [first] = errors ?? [];
  if (first) return fromGraphql(first);
  const given = name && name !== 'Error' ? name : 'Internal';
  return new AppError(SAME_AS[given] ?? given, message ?? '', thrown);
}
