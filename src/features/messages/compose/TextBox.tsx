import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { graphemeLength } from '../../../../shared/graphemes.ts';
import { MESSAGE_MAX_GRAPHEMES } from '../../../../shared/limits.ts';
import { Icon } from '../../../ui/Icon.tsx';
import { Ring } from '../../../ui/Ring.tsx';
import { Spinner } from '../../../ui/Spinner.tsx';
import styles from './TextBox.module.css';

interface TextBoxProps {
  label: string;
  placeholder: string;
  value: string;
  onChange: (text: string) => void;
  /** Gets the text without space around it: never empty, never too long. */
  onSubmit: (text: string) => void;
  submitLabel: string;
  busy?: boolean;
  onEscape?: () => void;
  /** The up arrow in an empty box. */
  onUp?: () => void;
}

/** From here on what is left is shown. */
const NEAR = 100;

/** A phone's keyboard has no Shift+Enter: there Enter begins a line, and the button sends. */
function hasTouchKeyboard(): boolean {
  return matchMedia('(pointer: coarse) and (hover: none)').matches;
}

/** Where one writes a message: Enter sends, Shift+Enter begins a line. Typing is never blocked; sending is, with the reason. */
export function TextBox(props: TextBoxProps) {
  const { label, placeholder, value, onChange, onSubmit, submitLabel, busy, onEscape, onUp } = props;
  const [problem, setProblem] = useState('');
  const id = useId();
  const text = useRef<HTMLTextAreaElement>(null);
  const length = graphemeLength(value.trim());
  const left = MESSAGE_MAX_GRAPHEMES - length;

  function submit(): void {
    if (busy) return;
    const reason = length === 0 ? 'Write something first.' : left < 0 ? tooLong(-left) : '';
    setProblem(reason);
    text.current?.focus();
    if (!reason) onSubmit(value.trim());
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>): void {
    // The Enter that ends the composition of a character is not meant for us; Safari says it by the code alone.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === 'Enter' && !event.shiftKey && !hasTouchKeyboard()) {
      event.preventDefault();
      submit();
    }
    if (event.key === 'Escape') onEscape?.();
    if (event.key === 'ArrowUp' && value === '' && onUp) {
      event.preventDefault();
      onUp();
    }
  }

  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <p id={`${id}-problem`} role="alert" className={styles.problem}>
        {problem}
      </p>
      <div className={styles.box}>
        <textarea
          ref={text}
          className={styles.text}
          aria-label={label}
          aria-describedby={`${id}-problem ${id}-left`}
          aria-invalid={left < 0 || undefined}
          placeholder={placeholder}
          dir="auto"
          rows={1}
          autoFocus={!hasTouchKeyboard()}
          enterKeyHint={hasTouchKeyboard() ? 'enter' : 'send'}
          value={value}
          onChange={(event) => {
            setProblem('');
            onChange(event.target.value);
          }}
          onKeyDown={onKeyDown}
        />
        <span className={styles.meter} data-state={left < 0 ? 'over' : undefined} hidden={left > NEAR}>
          <span aria-hidden="true">{left}</span>
          <Ring fraction={length / MESSAGE_MAX_GRAPHEMES} size={20} thickness={3} />
          <span id={`${id}-left`} className="visually-hidden">
            {left < 0 ? `${-left} characters too many` : `${left} characters left`}
          </span>
        </span>
        <button
          type="submit"
          className={styles.send}
          aria-label={submitLabel}
          title={submitLabel}
          aria-disabled={busy || length === 0}
        >
          {busy ? <Spinner /> : <Icon name="send" size={20} />}
        </button>
      </div>
    </form>
  );
}

function tooLong(over: number): string {
  const limit = MESSAGE_MAX_GRAPHEMES.toLocaleString('en');
  return `A message has at most ${limit} characters: ${over.toLocaleString('en')} too many.`;
}
