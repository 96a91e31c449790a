/**
 * The account that is being confirmed. Lives in memory only: a password belongs in no storage. After a reload the person
 * confirms all the same, and then types the password.
 */
interface PendingAccount {
  email: string;
  password: string;
}

let pending: PendingAccount | undefined;

export function rememberPending(account: PendingAccount | undefined): void {
  pending = account;
}

export function pendingPassword(email: string): string | undefined {
  return pending?.email === email ? pending.password : undefined;
}
