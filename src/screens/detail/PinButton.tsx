import { useState } from 'react';
import { isDerivedId } from '../../clinical/derived/derivedId.ts';
import { Button } from '../../ui/Button.tsx';
import { writePreference } from '../../ui/preferences.ts';
import { isKnownDerivedId, isAnonymousSeriesId } from '../../parts/results/anonymousSeriesId.ts';
import { MAX_PINS, PINS_PREFERENCE, readPins } from '../../parts/results/pins.ts';
import styles from './Detail.module.css';
import { useSite } from '../../parts/openRecord/openRecordContexts.ts';
import { detailTexts } from './detail.messages.ts';

type PinButtonProps = { readonly series: { readonly id: string; readonly hasCurve: boolean } };

/** Tells whether the id may stay in this browser. */
const isStorableId = (id: string): boolean => isAnonymousSeriesId(id) || isKnownDerivedId(id);

/** Says why the result cannot be pinned; '' if it can. */
function pinRefusalText({ id, hasCurve }: PinButtonProps['series'], pins: readonly string[]): string {
  if (pins.includes(id)) return '';
  if (!isStorableId(id)) return detailTexts('pinUnknownCode');
  if (!hasCurve) return detailTexts('pinNoCurve');
  return pins.length >= MAX_PINS ? detailTexts('pinsFull', { max: String(MAX_PINS) }) : '';
}

const pinTitle = (id: string, isPinned: boolean): string => {
  if (isDerivedId(id)) return detailTexts(isPinned ? 'pinnedCalculated' : 'pinCalculated');
  return detailTexts(isPinned ? 'pinned' : 'pinHint');
};

const toggledPins = (pins: readonly string[], id: string): string =>
  (pins.includes(id) ? pins.filter((pin) => pin !== id) : [...pins, id]).join(',');

/** Pins this result to the top of the overview, for every record of this site in this browser. */
export function PinButton({ series }: PinButtonProps) {
  const { id: siteId } = useSite();
  const read = () => readPins(siteId).filter(isStorableId);
  const [pins, setPins] = useState(read);
  const [announcement, setAnnouncement] = useState('');
  const { id } = series;
  const refusalText = pinRefusalText(series, pins);
  const isPinned = pins.includes(id);
  const toggle = () => {
    const next = toggledPins(read(), id);
    writePreference(siteId, PINS_PREFERENCE, next);
    const storedPins = read();
    setPins(storedPins);
    setAnnouncement(storedPins.join() === next ? '' : detailTexts('notKept'));
  };
  return (
    <span className={styles.pin}>
      <Button
        variant="bare"
        aria-pressed={isPinned}
        aria-disabled={refusalText !== ''}
        data-tooltip={refusalText || pinTitle(id, isPinned)}
        onClick={() => refusalText === '' && toggle()}
      >
        {detailTexts('pin')}
      </Button>
      <output>{announcement}</output>
    </span>
  );
}
