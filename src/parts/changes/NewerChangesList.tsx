import { useId, useState } from 'react';
import { isCriticalFlag } from '../../clinical/observation/flag/flag.ts';
import { Button } from '../../ui/Button.tsx';
import { usePrintWidthPx } from '../../ui/layout/printMedia.ts';
import { seriesFragment } from '../navigation/urlFragment.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { NewerLine } from '../results/newer/NewerLine.tsx';
import { spokenNewer } from '../results/newer/newerText.ts';
import { changesTexts } from './changes.messages.ts';
import type { NewerChange } from './newerChanges.ts';
import { ScreenReaderLabel } from '../../ui/ScreenReaderLabel.tsx';
import styles from './NewerChangesList.module.css';

type NewerChangesListProps = {
  readonly changes: readonly NewerChange[];
  /** These are the qualifiers that tell series of one name apart, by the ids of the series. */
  readonly qualifiers: ReadonlyMap<string, string>;
  readonly columns: 1 | 2 | 3;
};

/** So many have room in the lines that are kept for them (LazySections.module.css). */
const MAX_SHOWN = { 3: 3, 2: 2, 1: 2 } as const;

const isCritical = ({ newer }: NewerChange): boolean =>
  newer.some(({ lead }) => isCriticalFlag(lead.row.kind.flag));

/** Names above the changes every newer result that is not on a curve, so that none of them is missed (rule 13). */
export function NewerChangesList({ changes, qualifiers, columns }: NewerChangesListProps) {
  const timeZone = useTimeZone();
  const [isOpen, setIsOpen] = useState(false);
  const listId = useId();
  // Paper has no button that shows the others.
  const isOnPaper = usePrintWidthPx() !== undefined;
  if (changes.length === 0) return null;
  // A critical one is never behind the button. The most severe come first.
  const most = Math.max(MAX_SHOWN[columns], changes.filter(isCritical).length);
  const more = changes.length - most;
  return (
    <ul id={listId} className={styles.list}>
      {changes.slice(0, isOpen || isOnPaper ? undefined : most).map(({ id, name, newer }) => {
        const label = [name, qualifiers.get(id)].filter(Boolean).join(', ');
        return (
          <li key={id}>
            <a href={seriesFragment(id)}>
              <ScreenReaderLabel text={`${label}, ${spokenNewer(newer, { timeZone })}`}>
                <b dir="auto">{label}</b> <NewerLine {...{ newer, timeZone }} />
              </ScreenReaderLabel>
            </a>
          </li>
        );
      })}
      {more > 0 && (
        <li className={styles.more}>
          <Button
            variant="link"
            aria-expanded={isOpen}
            aria-controls={listId}
            onClick={() => setIsOpen(!isOpen)}
          >
            {isOpen
              ? changesTexts('showFewer', { count: String(most) })
              : changesTexts('showMoreNewer', { count: more, shown: String(more) })}
          </Button>
        </li>
      )}
    </ul>
  );
}
