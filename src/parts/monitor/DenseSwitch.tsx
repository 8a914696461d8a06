import { useMemo } from 'react';
import type { Frame } from '../../charts/axis/frame.ts';
import { Button } from '../../ui/Button.tsx';
import { useRecord } from '../openRecord/openRecordContexts.ts';
import { useDenseMode } from './denseMode.ts';
import { monitorStripsIn } from './monitorStrips.ts';
import { isCursorWithin, useSharedCursor } from '../timeWindow/cursorStore.ts';
import { tileEntriesOf } from '../results/tileLayout.ts';
import styles from './DenseSwitch.module.css';
import { monitorTexts } from './monitor.messages.ts';

type DenseSwitchProps = { readonly frame: Frame };

/** Draws every result after one press (rule 8). It stands in the window's bar while a monitor is shown. */
export function DenseSwitch({ frame }: DenseSwitchProps) {
  const { record } = useRecord();
  const [isOn, toggle] = useDenseMode();
  const isMonitor = useMemo(
    () => record !== undefined && monitorStripsIn(tileEntriesOf(record.series, []), frame).length > 0,
    [record, frame],
  );
  const isCursorVisible = isCursorWithin(useSharedCursor(), frame);
  if (!isMonitor) return null;
  return (
    <span className={isCursorVisible ? styles.switch : styles.roomy} data-dense-switch="">
      <Button
        variant="bare"
        aria-pressed={!isOn}
        data-tooltip={monitorTexts(isOn ? 'chartEveryResult' : 'drawMedians')}
        onClick={toggle}
      >
        <svg width="10" height="10" viewBox="0 0 10 10" aria-hidden="true">
          {!isOn && <path d="M1 5.5l3 3L9 2" />}
        </svg>{' '}
        {monitorTexts('everyPoint')}
      </Button>
    </span>
  );
}
