import type { ComponentProps } from 'react';
import { useRecord, useSession } from '../openRecord/openRecordContexts.ts';
import { PatientLine } from './PatientLine.tsx';
import { usePrintedPatient } from './printedPatient.ts';
import { ScreenTabs } from './ScreenTabs.tsx';
import { SearchBox } from './SearchBox.tsx';
import { useShell } from './shellContext.ts';
import styles from './RecordHeader.module.css';

type RecordHeaderProps = ComponentProps<typeof ScreenTabs> & {
  /** A screen that filters by what is searched passes its search. On every screen a list says what is found. */
  readonly search?: ComponentProps<typeof SearchBox> | undefined;
};

/** Draws the top of every screen: patient, screens, search and export, each always in the same place. */
export function RecordHeader({ current, within, search }: RecordHeaderProps) {
  const { patient } = useRecord();
  usePrintedPatient(patient);
  const { banner } = useSession().session;
  const { openedText, symbolsMenu, exportMenu, menu } = useShell();
  return (
    <PatientLine patient={patient} banner={banner} openedText={openedText}>
      <div className={styles.end}>
        <ScreenTabs current={current} within={within} />
        <div className={styles.tools}>
          <SearchBox {...search} />
          <div className={styles.menus}>
            <span className={styles.symbolsMenu}>{symbolsMenu}</span>
            <span className={styles.exportMenu}>{exportMenu}</span>
            {menu}
          </div>
        </div>
      </div>
    </PatientLine>
  );
}
