import { useContext } from 'react';
import type { Row } from '../../clinical/observation/resultRow.ts';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import { agoText, dateText } from '../../charts/format/dateText.ts';
import { countText } from '../../charts/format/numberText.ts';
import type { TimeWindow } from './recordWindow.ts';
import { lastResultAt, windowText } from './timeWindowText.ts';
import { SingleKeys } from '../../ui/keyboard/singleKeyShortcuts.ts';
import { zoomAnchorIn } from './zoomAnchor.ts';
import { isDenseRecord } from './windowChoice.ts';
import {
  countOutside,
  shiftedWindow,
  showTimeWindow,
  ZOOM_IN,
  ZOOM_OUT,
  zoomedWindow,
} from './shiftAndZoom.ts';
import { presetsFor } from './windowPresets.ts';
import type { ViewWindow } from './useTimeWindow.ts';
import { useTimeZone } from '../../charts/format/timeZoneContext.ts';
import { useNowMs, useRecord } from '../openRecord/openRecordContexts.ts';
import { useChartGestures } from './useChartGestures.ts';
import { useViewWindow } from './viewWindowContext.ts';
import styles from './WindowControl.module.css';
import { timeWindowTexts } from './timeWindow.messages.ts';

type WindowControlProps = {
  /** A screen of one result counts the results outside by itself. */
  readonly isSingleResult?: boolean;
};

type EndTextOptions = {
  readonly view: ViewWindow;
  readonly record: RecordSnapshot;
  readonly timeZone: string;
  readonly nowMs: number;
};

/** Says where the window ends and how long ago that is, as far as it is known (rules 11 and 37). */
function endText(visible: TimeWindow, { view, record, timeZone, nowMs }: EndTextOptions): string {
  if (!record.ended) return timeWindowTexts('olderMayFollow');
  if (view.whole?.endMs !== visible.endMs) return '';
  const last = lastResultAt(record, visible.endMs, timeZone);
  const ago = last ? agoText(last.timeMs, last.kind.precision, nowMs, timeZone) : '';
  const timeText = ago || (last && !isDayKnown(last) && dateText(last.timeMs, last.kind.precision, timeZone));
  if (!timeText) return timeWindowTexts(record.complete ? 'lastResult' : 'lastResultRead');
  return timeWindowTexts(record.complete ? 'lastResultAt' : 'lastResultReadAt', { time: timeText });
}

const isDayKnown = ({ kind }: Row) => kind.precision === 'instant' || kind.precision === 'day';

/** Offers by press everything that a drag can do (rule 53). */
function WindowButtons({ view }: { readonly view: ViewWindow }) {
  const { whole, visible, choice } = view;
  const { isOn } = useContext(SingleKeys);
  if (!whole || !visible) return null;
  const isAll = choice === 'all';
  const zoom = (factor: number) => zoomedWindow(visible, factor, zoomAnchorIn(visible));
  const steps = [
    ['earlier', '‹', () => shiftedWindow(visible, -1), isAll || visible.startMs <= whole.startMs, '['],
    ['later', '›', () => shiftedWindow(visible, 1), isAll || visible.endMs >= whole.endMs, ']'],
    ['zoomOut', '−', () => zoom(ZOOM_OUT), isAll, '-'],
    ['zoomIn', '+', () => zoom(ZOOM_IN), false, '+'],
  ] as const;
  return (
    <span className={styles.steps}>
      {steps.map(([step, sign, next, disabled, key]) => {
        const name = timeWindowTexts(step);
        return (
          <button
            key={step}
            type="button"
            aria-label={name}
            data-tooltip={isOn ? timeWindowTexts('nameAndKey', { name, key }) : name}
            aria-keyshortcuts={isOn ? (key === '+' ? 'Plus' : key) : undefined}
            disabled={disabled}
            onClick={() => showTimeWindow(view, next())}
          >
            {sign}
          </button>
        );
      })}
    </span>
  );
}

/** Focuses what stays in sight, because the button hides itself. */
function focusPressedPreset(button: HTMLElement): void {
  const row = button.closest('[data-period]');
  const target = row?.querySelector<HTMLElement>('[aria-pressed="true"], button[aria-pressed]');
  target?.focus();
}

/** Undoes every zoom with one press. Its room is kept while there is none, so that nothing moves. */
function ResetZoom({ view }: { readonly view: ViewWindow }) {
  const { isOn } = useContext(SingleKeys);
  const name = timeWindowTexts('resetZoom');
  return (
    <button
      type="button"
      className={styles.reset}
      data-hidden={view.isZoomed ? undefined : ''}
      data-tooltip={isOn ? timeWindowTexts('nameAndKey', { name, key: '0' }) : undefined}
      aria-keyshortcuts={isOn ? '0' : undefined}
      onClick={({ currentTarget }) => {
        view.onChoose('');
        requestAnimationFrame(() => focusPressedPreset(currentTarget));
      }}
    >
      {name}
    </button>
  );
}

/** Returns the date of the last result, as exact as it is known. */
function lastResultDate({ endMs }: TimeWindow, record: RecordSnapshot, timeZone: string): string {
  const last = lastResultAt(record, endMs, timeZone);
  return dateText(last?.timeMs ?? endMs, last?.kind.precision ?? 'instant', timeZone);
}

type OutsideProps = {
  readonly older: number;
  readonly newer: number;
  readonly whole: TimeWindow;
  readonly record: RecordSnapshot;
  readonly onShow: () => void;
};

function outsideText(older: number, newer: number): string {
  if (newer === 0) return timeWindowTexts('older', { count: older, shown: countText(older) });
  if (older === 0) return timeWindowTexts('newer', { count: newer, shown: countText(newer) });
  return timeWindowTexts('olderAndNewer', { older: countText(older), newer: countText(newer) });
}

/** Counts the results before and after the window, and leads to the last of them. */
function Outside({ older, newer, whole, record, onShow }: OutsideProps) {
  const timeZone = useTimeZone();
  if (older + newer === 0) return null;
  return (
    <>
      <span className={styles.stop}>. </span>
      <span className={styles.outside}>{outsideText(older, newer)}</span>
      {newer > 0 && (
        <>
          {' '}
          <button type="button" onClick={onShow}>
            {timeWindowTexts('goToLast', { date: lastResultDate(whole, record, timeZone) })}
          </button>
        </>
      )}
    </>
  );
}

/**
 * Shows the window that the record opens with, which ends with the last result. If that may be a stay that ended before it, a window as
 * long as the visible one is shown.
 */
function showLastResult(view: ViewWindow, { endMs }: TimeWindow, visible: TimeWindow): void {
  if (view.encounterChoice.includes('~'))
    showTimeWindow(view, { startMs: visible.startMs + endMs - visible.endMs, endMs });
  else view.onChoose('');
}

const NOTHING = { older: 0, newer: 0 };
/**
 * The whole window of one result has its own span, which its axis shows. That of the whole record differs.
 */
const ALL_OF_ONE = timeWindowTexts('allOfOne');

/**
 * Controls the one time window of the app, with a row of labelled ranges and steps, and says what is shown
 * and what lies outside.
 */
export function WindowControl({ isSingleResult = false }: WindowControlProps) {
  const { record } = useRecord();
  const view = useViewWindow();
  const timeZone = useTimeZone();
  const nowMs = useNowMs();
  useChartGestures(view);
  const { whole, visible, choice, onChoose } = view;
  if (!record || !whole || !visible) return null;
  const presets = presetsFor(whole, isDenseRecord(record.series, whole.endMs), view);
  const { older, newer } = isSingleResult ? NOTHING : countOutside(record.series, visible);
  const end = isSingleResult && choice === 'all' ? '' : endText(visible, { view, record, timeZone, nowMs });
  return (
    <div className={styles.window} data-period="">
      <fieldset className={styles.segments} aria-label={timeWindowTexts('timeWindow')}>
        {presets.map(({ id, text, name }) => (
          <button
            key={id}
            type="button"
            aria-pressed={id === choice}
            aria-label={name}
            data-tooltip={name}
            onClick={() => onChoose(id)}
          >
            {text}
          </button>
        ))}
      </fieldset>
      <WindowButtons view={view} />
      <ResetZoom view={view} />
      <p className={styles.text} data-window="">
        {isSingleResult && choice === 'all' ? ALL_OF_ONE : windowText(visible, timeZone)}
        {end && <span data-end=""> {timeWindowTexts('end', { end })}</span>}
        <Outside {...{ older, newer, whole, record }} onShow={() => showLastResult(view, whole, visible)} />
      </p>
    </div>
  );
}
