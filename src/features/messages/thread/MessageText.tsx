import { graphemeLength } from '../../../../shared/graphemes.ts';
import { CrudText } from '../../crud/index.ts';
import styles from './MessageText.module.css';

const LARGE_AT_MOST = 3;

/** What somebody wrote, with its links. A few emoji alone are drawn large. */
export function MessageText({ text }: { text: string }) {
  return (
    <div className={isEmojiAlone(text) ? styles.large : styles.text}>
      <CrudText text={text} />
    </div>
  );
}

function isEmojiAlone(text: string): boolean {
  return (
    text.length <= 40 &&
    /^[\p{Extended_Pictographic}\p{Emoji_Component}]+$/u.test(text) &&
    /\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(text) &&
    graphemeLength(text) <= LARGE_AT_MOST
  );
}
