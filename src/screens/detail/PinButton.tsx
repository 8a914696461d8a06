import { useState } from 'react';
import { isDerivedId } from '../../clinical/derived/derivedId.ts';
import { Button } from '../../ui/Button.tsx';
import { writePreference } from '../../ui/preferences.ts';
import { isKnownDerivedId, isAnonymousSeriesId } from '../../parts/results/anonymousSeriesId.ts';
import { MAX_PINS, PINS_PREFERENCE, readPins } from '../../parts/results/pins.ts';
import styles from './Detail.module.css';
import { useSite } from '../../parts/openRecord/openRecordContexts.ts';

type PinButtonProps = { readonly series: { readonly id: string; readonly hasCurve: boolean } };

/** What may stay in this browser. */
const mayStay = (id: string): boolean => isAnonymousSeriesId(id) || isKnownDerivedId(id);

/** Why it cannot be pinned; '' when it can. */
function reasonAgainst({ id, hasCurve }: PinButtonProps['series'], pins: readonly string[]): string {
  if (pins.includes(id)) return '';
  if (!mayStay(id))
    return 'Cannot be pinned: it has no code that Longview knows, and its own words are not kept in this browser';
  if (!hasCurve) return 'Cannot be pinned: it has no curve';
  return pins.length >= MAX_PINS ? `${MAX_PINS} results are pinned, and there is room for no more` : '';
}

const titleOf = (id: string, isPinned: boolean): string => {
  const place = isDerivedId(id) ? 'among the calculated values' : 'on the overview';
  return isPinned ? `Stands first ${place}` : `Show it first ${place}`;
};

const toggled = (pins: readonly string[], id: string): string =>
  (pins.includes(id) ? pins.filter((pin) => pin !== id) : [...pins, id]).join(',');

/** Whether this result stands first on the overview, for every record of this site in this browser. */
export function PinButton({ series }: PinButtonProps) {
  const { id: siteId } = useSite();
  const read = () => readPins(siteId).filter(mayStay);
  const [pins, setPins] = useState(read);
  const [said, setSaid] = useState('');
  const { id } = series;
  const against = reasonAgainst(series, pins);
  const isPinned = pins.includes(id);
  const toggle = () => {
    const next = toggled(read(), id);
    writePreference(siteId, PINS_PREFERENCE, next);
    const kept = read();
    setPins(kept);
    setSaid(kept.join() === next ? '' : 'This browser keeps no choices for this page.');
  };
  return (
    <span className={styles.pin}>
      <Button
        variant="bare"
        aria-pressed={isPinned}
        aria-disabled={against !== ''}
        title={against || titleOf(id, isPinned)}
        onClick={() => against === '' && toggle()}
      >
        Pin
      </Button>
      <output>{said}</output>
    </span>
  );
}
