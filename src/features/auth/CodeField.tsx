import { Field } from '../../ui/Field.tsx';

interface CodeFieldProps {
  label?: string;
  value: string;
  error: string | undefined;
  onChange: (value: string) => void;
  onLeave?: () => void;
}

/** A code of digits, from a mail or, under another label, from elsewhere. */
export function CodeField({ label = 'Code', value, error, onChange, onLeave }: CodeFieldProps) {
  return (
    <Field
      label={label}
      name="code"
      autoComplete="one-time-code"
      inputMode="numeric"
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
      onBlur={onLeave}
    />
  );
}
