import { Icon } from '../../ui/Icon.tsx';
import { requirements, type PasswordPolicy } from './model/password-policy.ts';
import styles from './PasswordChecklist.module.css';

/** What the pool wants of a password, ticked off while typing. */
export function PasswordChecklist({ policy, password }: { policy: PasswordPolicy; password: string }) {
  return (
    <ul className={styles.list} aria-label="Password rules">
      {requirements(policy, password).map(({ text, met }) => (
        <li key={text} data-met={met || undefined}>
          {met ? <Icon name="check" size={16} /> : <span className={styles.open} />}
          {text}
          <span className="visually-hidden">{met ? ' (met)' : ' (not met yet)'}</span>
        </li>
      ))}
    </ul>
  );
}
