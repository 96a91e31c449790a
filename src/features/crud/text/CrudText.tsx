import { linkLabel, tokenize, type Token } from './tokenize.ts';
import styles from './CrudText.module.css';

/** The text of a crud, with its line breaks. Built from text nodes alone, so markup in it stays text. */
export function CrudText({ text, id }: { text: string; id?: string }) {
  return (
    <p id={id} className={styles.text} dir="auto">
      {tokenize(text).map((token, index) => (
        <Piece key={index} token={token} />
      ))}
    </p>
  );
}

function Piece({ token }: { token: Token }) {
  if (token.kind === 'text') return token.value;
  if (token.kind !== 'link') return <span className={styles.marked}>{token.value}</span>;
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
