import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './Icon.tsx';
import styles from './Notice.module.css';

interface NoticeProps {
  kind: 'error' | 'info' | 'done';
  children: ReactNode;
}

const ICONS: Record<NoticeProps['kind'], IconName> = { error: 'alert', info: 'info', done: 'check' };

/** A message inside a page or a form; an error is read out at once. */
export function Notice({ kind, children }: NoticeProps) {
  return (
    <div role={kind === 'error' ? 'alert' : 'status'} className={classNames(styles.notice, styles[kind])}>
      <Icon name={ICONS[kind]} />
      <div>{children}</div>
    </div>
  );
}
