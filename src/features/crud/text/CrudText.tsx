import { Link } from 'react-router';
import { classNames } from '../../../ui/class-names.ts';
import { linkLabel, tokenize, type Token } from './tokenize.ts';
import styles from './CrudText.module.css';

interface CrudTextProps {
  text: string;
  id?: string;
  /** Small inside another crud, large on its own page. */
  size?: 'small' | 'large';
}

/** The text of a crud, with its line breaks. Built from text nodes alone, so markup in it stays text. */
export function CrudText({ text, id, size }: CrudTextProps) {
  return (
    <p id={id} className={classNames(styles.text, size && styles[size])} dir="auto">
      {tokenize(text).map((token, index) => (
        <Piece key={index} token={token} />
      ))}
    </p>
  );
}

function Piece({ token }: { token: Token }) {
  if (token.kind === 'text') return token.value;
  if (token.kind !== 'link') {
    return (
      <Link className={styles.marked} to={token.path}>
        {token.value}
      </Link>
    );
  }
  return (
    <a
      className={styles.link}
      href={token.href}
      target="_blank"
      rel="noopener noreferrer nofollow ugc"
      title={token.href}
    >
      {linkLabel(token.value)}
    </a>
  );
}
