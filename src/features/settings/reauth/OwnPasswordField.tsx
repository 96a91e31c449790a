import { PasswordField } from '../../../ui/PasswordField.tsx';

interface OwnPasswordFieldProps {
  label?: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
}

/** The password that one has, to show that it is oneself. */
export function OwnPasswordField({ label = 'Your password', value, error, onChange }: OwnPasswordFieldProps) {
  return (
    <PasswordField
      label={label}
      name="password"
      autoComplete="current-password"
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
