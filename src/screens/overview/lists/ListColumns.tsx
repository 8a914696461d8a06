import type { ReactNode } from 'react';
import { columnEnds } from './columnRuns.ts';
import styles from './ListColumns.module.css';

/** A list of so many lines is kept together in one column. */
const MAX_LINES_TOGETHER = 12;

/** This is a heading with its lines. */
export type ListSection = {
  readonly key: string;
  readonly lineCount: number;
  readonly content: ReactNode;
};

const isLong = ({ lineCount }: ListSection): boolean => lineCount > MAX_LINES_TOGETHER;

/** Returns the lists in runs that stand beside each other; a list that is too long for one column is a run of its own. */
function runsOf(sections: readonly ListSection[]): readonly (readonly ListSection[])[] {
  const runs: ListSection[][] = [];
  for (const section of sections) {
    const before = runs.at(-1);
    if (before?.[0] === undefined || isLong(section) || isLong(before[0])) runs.push([section]);
    else before.push(section);
  }
  return runs;
}

type ListColumnsProps = {
  readonly sections: readonly ListSection[];
  readonly columns: number;
};

/** Puts lists into columns. A heading stays with its lines, and a list that is too long for one column has all of them. */
export const ListColumns = ({ sections, columns }: ListColumnsProps) =>
  runsOf(sections).map((run) => {
    const [first] = run;
    if (first && isLong(first))
      return (
        <section key={first.key} className={styles.long}>
          {first.content}
        </section>
      );
    const ends = columnEnds(
      run.map(({ lineCount }) => lineCount),
      columns,
    );
    return (
      <div key={first?.key} className={styles.columns}>
        {ends
          .map((end, column) => run.slice(ends[column - 1] ?? 0, end))
          .map((column) => (
            <div key={column[0]?.key}>
              {column.map(({ key, content }) => (
                <section key={key}>{content}</section>
              ))}
            </div>
          ))}
      </div>
    );
  });
