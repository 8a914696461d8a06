// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { recordWindow } from './recordWindow.ts';
import { viewOfAll } from '../../testing/viewWindowFixture.ts';
import { choiceForWindow } from './shiftAndZoom.ts';
import { formatWindowChoice } from './windowChoice.ts';
import { WindowControl } from './WindowControl.tsx';
import { DAY_MS } from '../../clinical/time/durations.ts';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';

afterEach(cleanup);

const ZONE = 'America/Chicago';
const NOW = Date.parse('2026-11-20T18:00:00Z');

/**
 * Returns the text about a record whose newest result is of `newest`, in a window up to it or a year earlier.
 */
function windowTextFor(newest: string, isEarlier = false): string | null | undefined {
  const record = recordOf([
    resultInput('2823-3', 4.6, 'mmol/L', '2024-03-02T08:00:00Z'),
    resultInput('2823-3', 4.9, 'mmol/L', newest),
  ]);
  const whole = recordWindow(record, ZONE)!;
  const visible = isEarlier ? { startMs: whole.startMs, endMs: whole.startMs + DAY_MS * 365 } : whole;
  const view = { ...viewOfAll, whole, visible, choice: isEarlier ? '1y' : 'all' };
  render(
    <InOpenRecord {...{ record, view }} timeZone={ZONE} nowMs={NOW}>
      <WindowControl />
    </InOpenRecord>,
  );
  return document.querySelector('[data-end]')?.textContent;
}

test('rule 11: the window says how long ago it ends, and no more than is known of that', () => {
  expect(windowTextFor('2026-10-31T14:00:00Z')).toBe(' (last result, 2 weeks ago)');
  cleanup();
  expect(windowTextFor('2026-10-31')).toBe(' (last result, 2 weeks ago)');
  cleanup();
  expect(windowTextFor('2026-10')).toBe(' (last result, Oct 2026)');
  cleanup();
  expect(windowTextFor('2026')).toBe(' (last result, 2026)');
});

test('the way to the last result names its month alone where no day is known', () => {
  windowTextFor('2026-10', true);
  expect(screen.getByRole('button', { name: 'Go to last result (Oct 2026)' })).toBeDefined();
});

test('the way to the last result leads there also where the record opens with a stay that ended before it', () => {
  const record = recordOf([
    resultInput('2823-3', 4.6, 'mmol/L', '2024-03-02T08:00:00Z'),
    resultInput('2823-3', 4.9, 'mmol/L', '2026-10-31T14:00:00Z'),
  ]);
  const whole = recordWindow(record, ZONE)!;
  const visible = { startMs: whole.startMs, endMs: whole.startMs + 5 * DAY_MS };
  const choices: string[] = [];
  const onChoose = (choice: string) => void choices.push(choice);
  const stay = formatWindowChoice(choiceForWindow(whole, visible));
  const view = { ...viewOfAll, whole, visible, choice: stay, encounterChoice: stay, isStay: true, onChoose };
  render(
    <InOpenRecord {...{ record, view }} timeZone={ZONE} nowMs={NOW}>
      <WindowControl />
    </InOpenRecord>,
  );
  fireEvent.click(screen.getByRole('button', { name: 'Go to last result (31 Oct 2026)' }));
  expect(choices).toEqual(['5d']);
});
