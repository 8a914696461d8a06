import styles from './FurtherResults.module.css';

/** A list of so many lines is kept together in one column. */
const MAX_LINES_TOGETHER = 12;

/** Returns the class of a section, so that its heading never stands in one column and its first line in the next. */
export const listSectionClass = (lineCount: number): string | undefined =>
  lineCount > MAX_LINES_TOGETHER ? styles['long'] : styles['group'];
