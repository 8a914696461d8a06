import { singleLineText } from '../../charts/format/singleLineText.ts';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { kindOfLine } from '../recordStatus/noticeLines.ts';
import { endedText } from '../recordStatus/recordStatusText.ts';
import type { TimeWindow } from '../timeWindow/recordWindow.ts';
import { windowText } from '../timeWindow/timeWindowText.ts';
import { incompleteText, exportHeader } from './exportHeader.ts';
import styles from './PrintHeader.module.css';

type PaperHeadProps = {
  readonly record: RecordSnapshot | undefined;
  readonly patient: PatientIdentity | undefined;
  readonly timeZone: string;
  readonly nowMs: number;
  readonly siteLabel: string;
  readonly window: TimeWindow | undefined;
};

type OnPageProps = Omit<PaperHeadProps, 'record' | 'patient' | 'window'> & {
  readonly record: RecordSnapshot;
  readonly patient: PatientIdentity;
  readonly window: TimeWindow;
};

/** Rules 37, 49 and 58: from where and when, which window, and whether it is all. */
export function PrintedPageHeader(props: OnPageProps) {
  const { record, timeZone, window } = props;
  const { source, notices } = exportHeader(props);
  const [main, rest] = endedText(record);
  return (
    <div className={styles.head}>
      <p>
        <b>{windowText(window, timeZone)}</b> {source}
      </p>
      {record.complete && (
        <p>
          <b>{main}</b> {rest}
        </p>
      )}
      {notices.length > 0 && (
        <ul className={styles.notices}>
          {notices.map((notice) => (
            <li key={notice} data-notice={kindOfLine(notice)}>
              {notice}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** The same over a screen that is printed as it stands; its notices are on it already. */
export function PrintHeader(props: PaperHeadProps) {
  const { record, patient, window } = props;
  if (!record || !patient || !window) return null;
  const { source } = exportHeader({ ...props, record, patient });
  const [main, rest] = record.complete ? endedText(record) : [singleLineText(incompleteText(record)), ''];
  return (
    <div className={styles.onPaper} data-paper-head="">
      <p>
        <b>{windowText(window, props.timeZone)}</b> {source}
      </p>
      <p>
        <b>{main}</b> {rest}
      </p>
    </div>
  );
}
