import { Field } from '../../ui/Field.tsx';

interface AuthenticatorFieldProps {
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The six digits that an authenticator app shows. */
export function AuthenticatorField({ value, error, onChange }: AuthenticatorFieldProps) {
  return (
    <Field
      label="Code of the app"
      name="code"
      autoComplete="one-time-code"
      inputMode="numeric"
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
