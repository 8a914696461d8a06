import { useState } from 'react';
import type { Series } from '../clinical/series.ts';
import { Button } from '../ui/Button.tsx';
import { choose } from './choices.ts';
import { isKeptId } from './keptId.ts';
import { MOST_PINS, PINS, pinsOf } from './pins.ts';
import styles from './Detail.module.css';

type PinButtonProps = { readonly series: Pick<Series, 'id' | 'rows'>; readonly siteId: string };

/** Why it cannot be pinned; '' when it can. */
function reasonAgainst({ id, rows }: PinButtonProps['series'], pins: readonly string[]): string {
  if (pins.includes(id)) return '';
  if (!isKeptId(id))
    return 'Cannot be pinned: it has no code that Longview knows, and its own words are not kept in this browser';
  if (rows.length === 0) return 'Cannot be pinned: it has no curve';
  return pins.length >= MOST_PINS ? `${MOST_PINS} results are pinned, and there is room for no more` : '';
}

const toggled = (pins: readonly string[], id: string): string =>
  (pins.includes(id) ? pins.filter((pin) => pin !== id) : [...pins, id]).join(',');

/** Whether this result stands first on the overview, for every record of this site in this browser. */
export function PinButton({ series, siteId }: PinButtonProps) {
  const read = () => pinsOf(siteId).filter(isKeptId);
  const [pins, setPins] = useState(read);
  const [said, setSaid] = useState('');
  const { id } = series;
  const against = reasonAgainst(series, pins);
  const isPinned = pins.includes(id);
  const toggle = () => {
    const next = toggled(read(), id);
    choose(siteId, PINS, next);
    const kept = read();
    setPins(kept);
    setSaid(kept.join() === next ? '' : 'This browser keeps no choices for this page.');
  };
  return (
    <span className={styles.pin}>
      <Button
        look="bare"
        aria-pressed={isPinned}
        aria-disabled={against !== ''}
        title={against || (isPinned ? 'Stands first on the overview' : 'Show it first on the overview')}
        onClick={() => against === '' && toggle()}
      >
        Pin
      </Button>
      <output>{said}</output>
    </span>
  );
}
