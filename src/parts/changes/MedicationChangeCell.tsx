import type { MedicationChange, RecentMedicationChanges } from '../events/medicationText.ts';
import { DrugLink } from '../events/DrugLink.tsx';
import { changesTexts } from './changes.messages.ts';
import styles from './MedicationChangeCell.module.css';

const MAX_CHANGES = 2;

/**
 * Says where the changes come from. With an incomplete list, something that was not read may say that a drug
 * is still taken.
 */
function sourceText({ since, last }: RecentMedicationChanges, isListIncomplete: boolean): string {
  const list = changesTexts(isListIncomplete ? 'partOfMedicationList' : 'medicationList');
  if (last === undefined) return changesTexts('noMedicationChange', { list });
  const more = since.length - MAX_CHANGES;
  return more > 0
    ? changesTexts('moreFromMedicationList', { count: String(more), list })
    : changesTexts('fromMedicationList', { list });
}

const ChangeLine = ({ text, whenText, name, courseKey }: MedicationChange) => (
  <span className={styles.line}>
    <b dir="auto">
      <DrugLink {...{ text, name, courseKey }} />
    </b>{' '}
    <span>{whenText}</span>
  </span>
);

type MedicationChangeCellProps = {
  /** The changes are undefined until the list is known. */
  readonly changes: RecentMedicationChanges | undefined;
  /** Says why the changes are not known: loading, or not read. */
  readonly statusText: string;
  /** Part of the medication list was not read. */
  readonly isListIncomplete: boolean;
  /** The cell stands beside this many rows of results. Undefined means that it is a line below them. */
  readonly rows: number | undefined;
};

/**
 * Shows what changed in the medication in the same time. It names its source, because medication lists are
 * not always up to date. It keeps its place while they load, so that nothing moves (rule 39).
 */
export function MedicationChangeCell(props: MedicationChangeCellProps) {
  const { changes, statusText, isListIncomplete, rows } = props;
  const isUnread = changes === undefined && statusText !== changesTexts('ordersLoading');
  return (
    <li
      className={styles.cell}
      style={rows === undefined ? undefined : { gridRow: `1 / span ${rows}` }}
      data-unread={isUnread ? '' : undefined}
    >
      <b className={styles.name}>{changesTexts('medications')}</b>
      {changes ? (
        <Changes changes={changes} isListIncomplete={isListIncomplete} />
      ) : (
        <span className={styles.source}>{statusText}</span>
      )}
    </li>
  );
}

type ChangesProps = { readonly changes: RecentMedicationChanges; readonly isListIncomplete: boolean };

function Changes({ changes, isListIncomplete }: ChangesProps) {
  const { since, last } = changes;
  return (
    <>
      {since.slice(0, MAX_CHANGES).map((change) => (
        <ChangeLine key={`${change.text} ${change.whenText}`} {...change} />
      ))}
      {since.length === 0 && last && (
        <>
          <span className={styles.line}>{changesTexts('noneSince')} </span>
          <ChangeLine {...last} />
        </>
      )}
      <span className={styles.source}>{sourceText(changes, isListIncomplete)}</span>
    </>
  );
}
