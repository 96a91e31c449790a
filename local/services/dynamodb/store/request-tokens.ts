import { createHash } from 'node:crypto';
import { AwsError } from '../../../core/errors.ts';
import type { Database } from './database.ts';

/** How long a token stands for its request. */
const LIFETIME_MS = 10 * 60 * 1000;

/** The ClientRequestTokens of transactions that were done, so that doing one again changes nothing. */
export class RequestTokens {
  private readonly database: Database;

  constructor(database: Database) {
    this.database = database;
  }

  /**
   * Says whether the request was done before. To be called in the transaction that does it otherwise.
   * Throws IdempotentParameterMismatchException when the token stood for another request.
   */
  wasDone(token: string, request: unknown, now: number): boolean {
    this.database.run('DELETE FROM request_tokens WHERE expires_at <= ?', now);
    const hash = createHash('sha256').update(canonicalJson(request)).digest('hex');
    const row = this.database.get<{ request_hash: string }>(
      'SELECT request_hash FROM request_tokens WHERE token = ?',
      token,
    );
    if (!row) {
      this.database.run('INSERT INTO request_tokens VALUES (?, ?, ?)', token, hash, now + LIFETIME_MS);
      return false;
    }
    if (row.request_hash === hash) return true;
    throw new AwsError(
      'IdempotentParameterMismatchException',
      'DynamoDB rejected the request because you retried a request with a different payload but with an ' +
        'idempotent token that was already used.',
    );
  }

  clear(): void {
    this.database.run('DELETE FROM request_tokens');
  }
}

/** JSON in which the order of members does not matter: clients may send them in any. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, member: unknown) =>
    typeof member === 'object' && member !== null && !Array.isArray(member)
      ? Object.fromEntries(Object.entries(member).sort(([left], [right]) => (left < right ? -1 : 1)))
      : member,
  );
}
