import styles from './ResultsWithoutChart.module.css';
import { countText } from '../../charts/format/format.ts';

export const groupHeadingText = (count: number): string =>
  `${countText(count)} with few results in this window`;

type LinesHeadingProps = { readonly heading: string; readonly words: string };

/** A clinical group, and how many of it stand here as lines, and why. */
export const ResultGroupHeading = ({ heading, words }: LinesHeadingProps) => (
  <h2 className={styles.heading}>
    {heading} <small>{words}</small>
  </h2>
);
