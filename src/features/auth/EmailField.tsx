import { Field } from '../../ui/Field.tsx';

interface EmailFieldProps {
  label?: string;
  /** `username` where it is what one signs in with. */
  autoComplete?: 'username' | 'email';
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  onLeave: () => void;
}

/** An e-mail address. */
export function EmailField({ label = 'E-mail', autoComplete = 'username', ...field }: EmailFieldProps) {
  return (
    <Field
      label={label}
      type="email"
      name="email"
      autoComplete={autoComplete}
      inputMode="email"
      autoCapitalize="none"
      spellCheck={false}
      value={field.value}
      error={field.error}
      onChange={(event) => field.onChange(event.target.value)}
      onBlur={field.onLeave}
    />
  );
}
