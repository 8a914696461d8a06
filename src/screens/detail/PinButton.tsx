import { useReducer, useState } from 'react';
import { isDerivedId } from '../../clinical/derived/derivedId.ts';
import { Button } from '../../ui/Button.tsx';
import { writePreference } from '../../ui/preferences.ts';
import { isKnownDerivedId, isAnonymousSeriesId } from '../../parts/results/anonymousSeriesId.ts';
import { MAX_PINS, PINS_PREFERENCE, readPins, usePins } from '../../parts/results/pins.ts';
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

/** Returns the pins with this one, or without it. Those that another browser window has made or released meanwhile stay so. */
const changedPins = (pins: readonly string[], id: string, isPinned: boolean): readonly string[] =>
  isPinned ? [...new Set([...pins, id])] : pins.filter((pin) => pin !== id);

/** Pins this result to the top of the overview, for every record of this site in this browser. */
export function PinButton({ series }: PinButtonProps) {
  const { id: siteId } = useSite();
  const read = () => readPins(siteId).filter(isStorableId);
  const pins = usePins(siteId).filter(isStorableId);
  const [, drawAgain] = useReducer((count: number) => count + 1, 0);
  const [announcement, setAnnouncement] = useState('');
  const { id } = series;
  const refusalText = pinRefusalText(series, pins);
  const isPinned = pins.includes(id);
  const toggle = () => {
    // What the button says is done, whatever another browser window has done meanwhile.
    const next = changedPins(read(), id, !isPinned);
    const isFull = next.length > MAX_PINS;
    if (!isFull) writePreference(siteId, PINS_PREFERENCE, next.join(','));
    const refusal = isFull ? detailTexts('pinsFull', { max: String(MAX_PINS) }) : detailTexts('notKept');
    setAnnouncement(read().join() === next.join() ? '' : refusal);
    drawAgain(); // a browser window hears nothing of what it stores itself
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
