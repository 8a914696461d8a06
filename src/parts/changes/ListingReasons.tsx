import { Fragment, type ReactNode } from 'react';
import { FlagText } from '../../charts/marks/FlagText.tsx';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { ChangeItem } from './changesList.ts';
import { changesTexts } from './changes.messages.ts';
import { listingReasons, type ListingReason } from './changesText.ts';
import styles from './ListingReasons.module.css';

/** A flag has its shape here too, in the height of the small text. */
const Flag = ({ row: { kind } }: { readonly row: Row }) => (
  <span className={styles.flag}>
    <FlagText kind={kind} />
  </span>
);

function reasonNode(reason: ListingReason): ReactNode {
  if (reason.kind === 'words') return reason.text;
  if (reason.kind === 'critical') {
    const { row, value, when } = reason;
    return changesTexts.rich('criticalMarked', {
      value,
      when,
      flag: (_, key) => <Flag key={key} row={row} />,
      date: (part, key) => (
        <span key={key} className={styles.date}>
          {part}
        </span>
      ),
    });
  }
  const names = reason.others.map(({ name, row }, i) => (
    <Fragment key={name}>
      {i > 0 && ', '}
      <span className={styles.name}>
        {name} {row.kind.flag !== 'N' && <Flag row={row} />}
      </span>
    </Fragment>
  ));
  return changesTexts.rich('alsoMarked', { names: (_, key) => <Fragment key={key}>{names}</Fragment> });
}

/** Says in a narrow place why a result is listed, each flag with its shape and its letters (rule 52). */
export function ListingReasons({ item }: { readonly item: ChangeItem }) {
  const timeZone = useTimeZone();
  return listingReasons(item, timeZone).map((reason, i) => (
    <Fragment key={i}>
      {i > 0 && '; '}
      {reasonNode(reason)}
    </Fragment>
  ));
}
