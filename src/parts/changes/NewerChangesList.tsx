import { fragmentFor } from '../navigation/urlFragment.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { NewerLine } from '../results/newer/NewerLine.tsx';
import { spokenNewer } from '../results/newer/newerText.ts';
import type { NewerChange } from './newerChanges.ts';
import { SpokenInstead } from '../../ui/SpokenInstead.tsx';
import styles from './NewerChangesList.module.css';

type NewerChangesListProps = {
  readonly changes: readonly NewerChange[];
  /** The qualifiers that tell series of one name apart, by the ids of the series. */
  readonly qualifiers: ReadonlyMap<string, string>;
};

/** Names above the changes every newer result that is not on a curve, so that none of them is missed (rule 13). */
export function NewerChangesList({ changes, qualifiers }: NewerChangesListProps) {
  const timeZone = useTimeZone();
  if (changes.length === 0) return null;
  return (
    <ul className={styles.list}>
      {changes.map(({ id, name, newer }) => {
        const label = [name, qualifiers.get(id)].filter(Boolean).join(', ');
        return (
          <li key={id}>
            <a href={fragmentFor(id)}>
              <SpokenInstead text={`${label}, ${spokenNewer(newer, { timeZone })}`}>
                <b dir="auto">{label}</b> <NewerLine {...{ newer, timeZone }} />
              </SpokenInstead>
            </a>
          </li>
        );
      })}
    </ul>
  );
}
