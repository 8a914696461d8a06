// @vitest-environment happy-dom
import { act, cleanup, render, waitFor } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, expect, test } from 'vitest';
import { allDerivedSeries } from '../../clinical/derived/derived.ts';
import { derivedOptions } from '../../clinical/derived/derivedFixture.ts';
import { seriesInChosenUnits } from '../../clinical/unitChoice/unitConversion.ts';
import { choicesOfSystem, type UnitSystem } from '../../clinical/unitChoice/unitSystem.ts';
import { moveCursor } from '../../parts/timeWindow/cursorStore.ts';
import { CalculatedTile } from '../../screens/overview/CalculatedTile.tsx';
import { CursorToolbar } from '../../screens/overview/CursorToolbar.tsx';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { tileFrame as frame } from '../../testing/overviewFixture.tsx';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';

const [OCTOBER, NOVEMBER] = ['2026-10-12T14:00:00Z', '2026-11-12T14:00:00Z'];
const reported = recordOf([
  resultInput('2093-3', 180, 'mg/dL', OCTOBER),
  resultInput('2085-9', 50, 'mg/dL', OCTOBER),
  resultInput('2093-3', 240, 'mg/dL', NOVEMBER),
  resultInput('2085-9', 40, 'mg/dL', NOVEMBER),
]);
const derived = allDerivedSeries(reported.series, { ...derivedOptions, correctedCalcium: false });

function Tiles() {
  const container = useRef<HTMLElement>(null);
  return (
    <main ref={container}>
      <CursorToolbar container={container} frame={frame} />
      {derived.map(
        ({ rule, series }) =>
          series && <CalculatedTile key={rule.id} {...{ rule, series, frame }} todayMs={frame.endMs} />,
      )}
    </main>
  );
}

afterEach(() => {
  act(() => moveCursor(undefined));
  cleanup();
});

test.each<UnitSystem>(['reported', 'si', 'conventional'])(
  'rule 25: a calculated tile has its value at the cursor, whatever units the reader chose: %s',
  async (system) => {
    const { series } = seriesInChosenUnits(reported.series, choicesOfSystem(system, 'si'));
    render(
      <InOpenRecord record={{ ...reported, series }} reported={reported}>
        <Tiles />
      </InOpenRecord>,
    );
    const column = () =>
      document.querySelector('[data-series="nonhdl~calculated"] [data-at-cursor]')?.textContent;
    act(() => moveCursor({ timeMs: Date.parse('2026-10-20T12:00:00Z'), isMovedByKey: false }));
    await waitFor(() => expect(column()).toBe('130 mg/dL12 Oct 2026Latest 200, 12 Nov 2026'));
  },
);
