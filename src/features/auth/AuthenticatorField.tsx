import { CodeField } from './CodeField.tsx';

interface AuthenticatorFieldProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The six digits that an authenticator app shows. */
export function AuthenticatorField(field: AuthenticatorFieldProps) {
  return <CodeField label="Code of the app" {...field} />;
}
