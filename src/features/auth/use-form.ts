import { useRef, useState, type FormEvent, type RefObject } from 'react';
import { explainAuth, type AuthProblem } from './model/explain-auth.ts';

type Values = Record<string, string>;
type Check<V> = { [Name in keyof V]?: (value: string) => string | undefined };

interface Form<V extends Values> {
  values: V;
  set: (name: keyof V, value: string) => void;
  /** What stands under a field, once it was left or sent. */
  errorOf: (name: keyof V) => string | undefined;
  leave: (name: keyof V) => void;
  problem: AuthProblem | undefined;
  clearProblem: () => void;
  busy: boolean;
  ref: RefObject<HTMLFormElement | null>;
  onSubmit: (event: FormEvent) => void;
}

/**
 * A form that checks each field when it is left, all of them when it is sent, and says what the server refused, in the
 * words of `explain`.
 */
export function useForm<V extends Values>(
  initial: V,
  checks: Check<V>,
  send: (values: V) => Promise<void>,
  explain: (error: unknown) => AuthProblem = explainAuth,
): Form<V> {
  const [values, setValues] = useState(initial);
  const [left, setLeft] = useState<ReadonlySet<keyof V>>(new Set());
  const [problem, setProblem] = useState<AuthProblem>();
  const [busy, setBusy] = useState(false);
  const ref = useRef<HTMLFormElement>(null);

  const check = (name: keyof V): string | undefined => checks[name]?.(values[name]!);

  function focusFirstInvalid(): void {
    // After the errors are in the document.
    setTimeout(() => ref.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  async function submit(): Promise<void> {
    setLeft(new Set(Object.keys(values)));
    setProblem(undefined);
    if (Object.keys(values).some(check)) return focusFirstInvalid();
    setBusy(true);
    try {
      await send(values);
    } catch (error) {
      setProblem(explain(error));
      focusFirstInvalid();
    } finally {
      setBusy(false);
    }
  }

  return {
    values,
    set(name, value) {
      setValues((current) => ({ ...current, [name]: value }));
      if (problem?.field === name) setProblem(undefined);
    },
    errorOf: (name) => (left.has(name) ? check(name) : undefined) ?? messageFor(problem, name),
    leave: (name) => values[name] !== '' && setLeft((current) => new Set([...current, name])),
    problem,
    clearProblem: () => setProblem(undefined),
    busy,
    ref,
    onSubmit(event) {
      event.preventDefault();
      if (!busy) void submit();
    },
  };
}

function messageFor(problem: AuthProblem | undefined, name: PropertyKey): string | undefined {
  return problem?.field === name ? problem.message : undefined;
}
