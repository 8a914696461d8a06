import { Fragment } from 'react';
import styles from './UnbrokenWords.module.css';

/** This finds short words of several parts, such as NT-proBNP and CKD-EPI. A longer one has to break on a phone. */
const JOINED_WORD = /(?<=^|\s)([^\s-]{1,7}-[^\s-]{1,7})(?=\s|$)/;

/** Draws a name so that no short word of it breaks at its hyphen, where its halves would read as two words. */
export const UnbrokenWords = ({ name }: { readonly name: string }) =>
  name.split(JOINED_WORD).map((part, i) =>
    i % 2 === 1 ? (
      <span key={i} className={styles.word}>
        {part}
      </span>
    ) : (
      <Fragment key={i}>{part}</Fragment>
    ),
  );
