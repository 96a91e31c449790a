import { Link } from 'react-router';
import { Notice } from '../../ui/Notice.tsx';
import type { AuthProblem } from './model/explain-auth.ts';

/** What the server refused, with the way out. Problems of one field stand at that field. */
export function ProblemNotice({ problem, email }: { problem: AuthProblem | undefined; email: string }) {
  if (!problem || (problem.field && !problem.offer)) return null;
  const query = `?email=${encodeURIComponent(email)}`;
  const offer = {
    'sign-in': <Link to={`/sign-in${query}`}>Sign in instead</Link>,
    recover: <Link to={`/forgot-password${query}`}>Forgot your password?</Link>,
    'new-code': 'Send yourself a new one below.',
  };
  return (
    <Notice kind="error">
      {problem.message} {problem.offer && offer[problem.offer]}
    </Notice>
  );
}
