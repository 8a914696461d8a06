import { WholeDates } from '../../charts/format/WholeDates.tsx';
import { FlagText } from '../../charts/marks/FlagText.tsx';
import type { ChangeItem } from './changesList.ts';
import { baselineInStrip } from './baselineText.ts';
import {
  changeSentence,
  differenceText,
  itemTitle,
  itemUnit,
  itemValue,
  listingReasons,
} from './changesText.ts';
import { ListingReasons } from './ListingReasons.tsx';
import { fittingName } from '../results/tileText.ts';
import { seriesFragment } from '../navigation/urlFragment.ts';
import styles from './ChangeCell.module.css';
import { useTodayMs } from '../openRecord/openRecordContexts.ts';
import { ScreenReaderLabel } from '../../ui/ScreenReaderLabel.tsx';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';

/** Longer numbers are smaller: a number is never cut. */
const MAX_LARGE_LENGTH = 9;

type ChangeCellProps = {
  readonly item: ChangeItem;
  /** The qualifier distinguishes this series from another one of the same name. */
  readonly qualifier: string | undefined;
  /** A name may have this many characters. */
  readonly maxNameLength: number;
};

/**
 * Shows one result beside the earlier ones that it was compared with, in the order of reading. It links to the
 * screen of the result.
 */
export function ChangeCell({ item, qualifier, maxNameLength }: ChangeCellProps) {
  const timeZone = useTimeZone();
  const todayMs = useTodayMs();
  const { series } = item.change;
  const unit = itemUnit(item);
  const value = itemValue(item);
  const hasReasons = listingReasons(item, timeZone).length > 0;
  return (
    <li className={styles.cell}>
      <a
        className={styles.link}
        href={seriesFragment(item.id)}
        data-tooltip={itemTitle(item, todayMs, timeZone)}
      >
        <ScreenReaderLabel text={changeSentence(item, qualifier, timeZone)}>
          <span className={styles.name}>
            <b dir="auto">
              {item.pressure ? item.name : fittingName(series, maxNameLength)}
              {qualifier && <span className={styles.qualifier}> {qualifier}</span>}
            </b>
            <FlagText kind={item.flaggedRow.kind} />
          </span>
          <span className={styles.value}>
            <b className={value.length > MAX_LARGE_LENGTH ? styles.long : undefined}>{value}</b>{' '}
            <span className={styles.unit} dir="auto">
              {unit}
            </span>{' '}
            <span className={styles.difference}>{differenceText(item)}</span>
          </span>
          <span className={styles.baseline}>
            <WholeDates text={baselineInStrip(item, timeZone)} />
            {hasReasons && (
              <span className={styles.reason}>
                <ListingReasons item={item} />
              </span>
            )}
          </span>
        </ScreenReaderLabel>
      </a>
    </li>
  );
}
