import { plainLine } from '../../clinical/fhirElements/plainLine.ts';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { kindOfLine } from '../recordStatus/noticeLines.ts';
import { endedText } from '../recordStatus/endedText.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { windowText } from '../timeWindow/timeWindowText.ts';
import { incompleteText, exportHeader } from './exportHeader.ts';
import { useExportSite } from './useExportSite.ts';
import { useRecord } from '../openRecord/openRecordContexts.ts';
import styles from './PrintHeader.module.css';

type PrintedPageHeaderProps = {
  readonly record: RecordSnapshot;
  readonly patient: PatientIdentity;
  readonly window: TimeWindow;
};

/**
 * Says first what is missing, then where and when the data was read, in which window, and whether it is complete (rules 37, 49
 * and 58). On paper each page names the source above this.
 */
export function PrintedPageHeader({ record, patient, window }: PrintedPageHeaderProps) {
  const shared = useExportSite();
  const { source, notices } = exportHeader({ ...shared, record, patient });
  const [main, rest] = endedText(record);
  return (
    <div className={styles.head}>
      {notices.length > 0 && (
        <ul className={styles.notices}>
          {notices.map((notice) => (
            <li key={notice} data-notice={kindOfLine(notice)}>
              {notice}
            </li>
          ))}
        </ul>
      )}
      <p>
        <b>{windowText(window, shared.timeZone)}</b> <span className={styles.onScreen}>{source}</span>
      </p>
      {record.complete && (
        <p>
          <b>{main}</b> {rest}
        </p>
      )}
    </div>
  );
}

/** Shows the same over a screen that is printed as it stands. The screen has its notices already. */
export function PrintHeader({ window }: { readonly window: TimeWindow | undefined }) {
  const { record, patient } = useRecord();
  const shared = useExportSite();
  if (!record || !patient || !window) return null;
  const { source } = exportHeader({ ...shared, record, patient });
  const [main, rest] = record.complete ? endedText(record) : [plainLine(incompleteText(record)), ''];
  return (
    <div className={styles.onPaper} data-paper-head="">
      <p>
        <b>{windowText(window, shared.timeZone)}</b> {source}
      </p>
      <p>
        <b>{main}</b> {rest}
      </p>
    </div>
  );
}
