import { memo, useState } from 'react';
import { NOBODY } from '../../../../shared/message-keys.ts';
import { fullTime } from '../../../lib/time/format.ts';
import { Avatar } from '../../../ui/Avatar.tsx';
import { classNames } from '../../../ui/class-names.ts';
import { DELETED, nameOf, type Known } from '../model/names.ts';
import { clockTime } from '../model/times.ts';
import type { DirectMessage } from '../sync/index.ts';
import { MessageMenu } from './MessageMenu.tsx';
import { MessageText } from './MessageText.tsx';
import styles from './MessageRow.module.css';

interface MessageRowProps {
  message: DirectMessage;
  /** Of the messages that follow each other closely from one author. */
  first: boolean;
  last: boolean;
  isOwn: boolean;
  isGroup: boolean;
  author: Known;
  onEdit: (message: DirectMessage) => void;
}

/** A message: one's own on the right, and in a group with its author. */
export const MessageRow = memo(function MessageRow(props: MessageRowProps) {
  const { message, first, last, isOwn, isGroup, author, onEdit } = props;
  const [isShown, setShown] = useState(false);
  const { text, createdAt, editedAt, senderId } = message;
  const at = Date.parse(createdAt);
  const name = senderId === NOBODY ? DELETED : nameOf(author);
  const isHidden = isGroup && !isOwn && author?.blockedByMe === true && !isShown && text !== null;
  return (
    <li className={classNames(styles.row, isOwn && styles.own, first && styles.first)} data-seq={message.seq}>
      {isGroup && !isOwn && (
        <span className={styles.side}>
          {last && <Avatar seed={senderId} name={name} avatar={author?.avatar} size={30} />}
        </span>
      )}
      <div className={styles.content}>
        {isGroup && !isOwn && first && <bdi className={styles.author}>{name}</bdi>}
        <div className={styles.line}>
          <div className={classNames(styles.bubble, last && styles.last)}>
            <span className="visually-hidden">{isOwn ? 'You: ' : `${name}: `}</span>
            {isHidden ? (
              <p className={styles.hidden}>
                A message of somebody you blocked.{' '}
                <button type="button" className={styles.show} onClick={() => setShown(true)}>
                  Show
                </button>
              </p>
            ) : text === null ? (
              <p className={styles.deleted}>This message was deleted.</p>
            ) : (
              <MessageText text={text} />
            )}
          </div>
          {text !== null && !isHidden && (
            <MessageMenu message={message} isOwn={isOwn} isGroup={isGroup} onEdit={onEdit} />
          )}
        </div>
        {(last || editedAt) && (
          <p className={styles.when}>
            <time dateTime={createdAt} title={fullTime(at)}>
              {clockTime(at)}
            </time>
            {editedAt && text !== null && (
              <span title={`Edited ${fullTime(Date.parse(editedAt))}`}> · edited</span>
            )}
          </p>
        )}
      </div>
    </li>
  );
});
