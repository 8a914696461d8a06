import type { ReactNode } from 'react';
import styles from './Account.module.css';

type AccountTableProps = {
  readonly columns: readonly { readonly heading: string; readonly isNumber?: boolean }[];
  /** This is the number of rows, the head among them, where only a part of them is in the page. */
  readonly rowCount?: number;
  readonly children: ReactNode;
};

/** Draws one list of the account. A narrow page scrolls it sideways. */
export const AccountTable = ({ columns, rowCount, children }: AccountTableProps) => (
  <div className={styles.scroll}>
    <table className={styles.list} aria-rowcount={rowCount}>
      <thead>
        <tr>
          {columns.map(({ heading, isNumber }) => (
            <th key={heading} scope="col" className={isNumber ? styles.number : undefined}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);
