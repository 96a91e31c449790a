import { useEffect, useRef, type ComponentProps } from 'react';
import { Button } from '../../ui/Button.tsx';

/** The button of a step that has the focus when the step begins: the one that had it is gone. */
export function FirstButton(props: Omit<ComponentProps<typeof Button>, 'ref'>) {
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  // A dialog that opens with this step focuses what says so, a little later.
  return <Button ref={button} data-autofocus="" {...props} />;
}
