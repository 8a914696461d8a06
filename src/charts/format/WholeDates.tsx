import styles from './WholeDates.module.css';

const DATE = /(\d{1,2} [A-Z][a-z]{2} \d{4}(?:, \d\d:\d\d)?)/;

/** Draws a text in which no date is broken over two lines: it would be read late, or without its year. */
export const WholeDates = ({ text }: { readonly text: string }) =>
  text.split(DATE).map((part, i) =>
    i % 2 === 0 ? (
      part
    ) : (
      <span key={i} className={styles.date}>
        {part}
      </span>
    ),
  );
