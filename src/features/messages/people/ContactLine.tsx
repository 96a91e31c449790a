import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { Avatar } from '../../../ui/Avatar.tsx';
import { nameOf, type Known } from '../model/names.ts';
import styles from './ContactLine.module.css';

interface ContactLineProps {
  id: string;
  contact: Known;
  /** Said after the name. */
  note?: string;
  /** What stands at the end of the line, for example a button. */
  end?: ReactNode;
}

/** Somebody in a list: picture and names, with the way to their profile. */
export function ContactLine({ id, contact, note, end }: ContactLineProps) {
  const name = nameOf(contact);
  return (
    <div className={styles.line}>
      <Avatar seed={id} name={contact === undefined ? '' : name} avatar={contact?.avatar} size={38} />
      <span className={styles.names}>
        {contact ? (
          <Link to={`/@${contact.handle}`} className={styles.name}>
            <bdi>{name}</bdi>
          </Link>
        ) : (
          <span className={styles.name}>{name}</span>
        )}
        <span className={styles.handle}>
          {contact && `@${contact.handle}`}
          {note && ` · ${note}`}
        </span>
      </span>
      {end}
    </div>
  );
}
