import type { ComponentProps, ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { PatientLine } from './PatientLine.tsx';
import { ScreenTabs } from './ScreenTabs.tsx';
import { SearchBox } from './SearchBox.tsx';
import styles from './RecordHeader.module.css';

/** What every screen hands on to it. */
export type HeaderProps = Omit<ComponentProps<typeof PatientLine>, 'children'> & {
  /** Where the screen has no results to hide, the first letter leads to the overview. */
  readonly find: ComponentProps<typeof SearchBox>;
  /** Copies, pictures, paper: all that can leave the screen. */
  readonly takeAlong: ReactNode;
  readonly menu: ReactNode;
  readonly onExportCsv: () => void;
};

type RecordHeaderProps = HeaderProps & ComponentProps<typeof ScreenTabs> & { readonly hasRecord: boolean };

/** The top of every screen of a record: whose it is, the screens, what can be found and taken along, each in its one place. */
export const RecordHeader = ({ current, find, hasRecord, takeAlong, menu, ...props }: RecordHeaderProps) => (
  <PatientLine patient={props.patient} banner={props.banner} opened={props.opened}>
    <div className={styles.end}>
      <ScreenTabs current={current} />
      <div className={styles.tools}>
        <SearchBox {...find} />
        <Button
          data-export="csv"
          title="Download all results as a CSV file"
          disabled={!hasRecord}
          onClick={props.onExportCsv}
        >
          CSV
        </Button>
        <span className={styles.along}>{takeAlong}</span>
        {menu}
      </div>
    </div>
  </PatientLine>
);
