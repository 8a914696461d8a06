import { describe, expect, it } from 'vitest';
import type { CareEvent } from '../../clinical/events/careEvent.ts';
import { madeCareEvent } from '../../testing/madeEventsFixture.ts';
import { frameOf } from '../axis/frame.ts';
import { layoutLane } from './laneLayout.ts';
import { laneLabel, notDrawnText } from './laneSummary.ts';

const NOW = Date.parse('2026-11-24T20:05:00Z');

describe('the names of a lane', () => {
  const wide = frameOf({
    startMs: Date.parse('2024-11-25T06:00:00Z'),
    endMs: NOW,
    timeZone: 'America/Chicago',
    widthPx: 400,
    heightPx: 24,
  });
  const lay = (list: readonly CareEvent[], rows: number) =>
    layoutLane(list, wide, { rows, textScale: 1, nowMs: NOW, textOf: laneLabel });
  const conditions = ['Gout', 'Essential hypertension', 'Hyperlipidemia', 'Obstructive sleep apnea'].map(
    (name, i) => madeCareEvent('Condition', name, `${2009 + i}-03-02`, { end: '…' }),
  );

  it.each(['Hyperkalemia', 'Acute kidney injury', 'Ångström’s disease, WWW'])(
    'end with the axis: %s on its last day',
    (name) => {
      const [mark] = lay([madeCareEvent('Condition', name, '2026-11-23', { end: '…' })], 2).labelled;
      expect(mark?.textToPx).toBeLessThanOrEqual(wide.x(wide.endMs));
      expect(mark?.textFromPx).toBeGreaterThanOrEqual(wide.x(wide.startMs));
    },
  );

  it('leave no mark at the edge for a condition from before the window, but its name in words', () => {
    const { labelled, ticks, unmarked } = lay(conditions, 2);
    expect(labelled).toHaveLength(2);
    expect(ticks).toEqual([]);
    expect(unmarked.map(({ text }) => text)).toEqual(['Essential hypertension', 'Gout']);
    expect(notDrawnText(lay(conditions, 2), 'condition')).toBe(
      '2 more conditions from before this period: Essential hypertension, Gout',
    );
  });

  it('keep the tick of a condition that began in the window', () => {
    const begun = ['2026-11-20', '2026-11-21', '2026-11-22'].map((at, i) =>
      madeCareEvent('Condition', `A condition with a long name ${i}`, at, { end: '…' }),
    );
    expect(lay(begun, 2)).toMatchObject({
      ticks: [{ text: 'A condition with a long name 0' }],
      unmarked: [],
    });
  });
});
