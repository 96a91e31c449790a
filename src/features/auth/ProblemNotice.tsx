import { Link } from 'react-router';
import { Notice } from '../../ui/Notice.tsx';
import type { AuthProblem } from './model/explain-auth.ts';

/** What the server refused, with the way out. Problems of one field stand at that field; here only the way out of it. */
export function ProblemNotice({ problem, email }: { problem: AuthProblem | undefined; email: string }) {
  if (!problem) return null;
  const query = `?email=${encodeURIComponent(email)}`;
  const signIn = <Link to={`/sign-in${query}`}>Sign in instead</Link>;
  if (problem.field)
    return problem.offer === 'sign-in' ? <Notice kind="info">Is it yours? {signIn}</Notice> : null;
  return (
    <Notice kind="error">
      {problem.message} {problem.offer === 'sign-in' && signIn}
      {problem.offer === 'recover' && <Link to={`/forgot-password${query}`}>Forgot your password?</Link>}
    </Notice>
  );
}
