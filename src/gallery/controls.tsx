import { useState } from 'react';
import type { RecordSnapshot } from '../record/flowsheet/recordSnapshot.ts';
import { recordOf, resultInput } from '../testing/recordFixture.ts';
import { SearchBox } from '../parts/header/SearchBox.tsx';
import { SingleKeys } from '../ui/keyboard/singleKeyShortcuts.ts';
import { UnitChoice } from '../screens/detail/UnitChoice.tsx';
import type { ViewWindow } from '../parts/timeWindow/useTimeWindow.ts';
import { WindowControl } from '../parts/timeWindow/WindowControl.tsx';
import { Button } from '../ui/Button.tsx';
import type { Family, State } from './family.ts';
import { NOW_MS } from './fixedClock.ts';
import styles from './Gallery.module.css';
import { tileViewOf } from './sampleContext.ts';
import { earlier, HEART_RATE_KIND, POTASSIUM_KIND, resultOf } from './sampleObservations.ts';
import { DAY_MS, HOUR_MS } from '../clinical/time/durations.ts';
import { InGallery } from './InGallery.tsx';

const VARIANTS = ['plain', 'primary', 'bare', 'link'] as const;
const years = [2015, 2018, 2021, 2023].map((year) =>
  resultOf(POTASSIUM_KIND, 4.4, `${year}-03-01T14:10:00Z`),
);
const record = recordOf([...years, ...earlier(POTASSIUM_KIND, [4.4, 4.6, 4.9])]);
const monitored = recordOf(
  Array.from({ length: 72 }, (_, i) =>
    resultOf(HEART_RATE_KIND, 80 + (i % 9), new Date(NOW_MS - i * HOUR_MS).toISOString()),
  ),
);
const START_MS = Date.parse('2015-03-01T14:10:00Z');
const END_MS = Date.parse('2026-03-04T14:10:00Z');
const YEAR_MS = 365.25 * DAY_MS;

const windowState = (
  name: string,
  caption: string,
  view: Partial<ViewWindow>,
  shownRecord: RecordSnapshot = record,
  startMs = START_MS,
  endMs = END_MS,
): State => ({
  name: `window-${name}`,
  caption,
  draw: () => (
    <InGallery view={tileViewOf(startMs, endMs, view)} record={shownRecord}>
      <WindowControl />
    </InGallery>
  ),
});

function Search({ typed }: { readonly typed: string }) {
  const [query, onQuery] = useState(typed);
  return <SearchBox {...{ query, onQuery }} />;
}

const glucose = recordOf([resultInput('2345-7', 99, 'mg/dL', '2026-11-12T14:10:00Z')]);

function Unit({ chosen }: { readonly chosen: string }) {
  const [unit, setUnit] = useState(chosen);
  const [opened] = glucose.series;
  if (!opened) throw new Error('No glucose to choose a unit for.');
  return (
    <InGallery units={{ choices: { glucose: unit }, onChoose: (_, next) => setUnit(next) }}>
      <UnitChoice series={opened} reported={glucose.series} />
    </InGallery>
  );
}

const buttons = (name: string, caption: string, disabled: boolean): State => ({
  name,
  caption,
  draw: () => (
    <div className={styles.row}>
      {VARIANTS.map((variant) => (
        <Button key={variant} {...{ variant, disabled }}>
          {variant === 'link' ? 'Try again' : 'Sign in again'}
        </Button>
      ))}
    </div>
  ),
});

export const controls: Family = {
  name: 'controls',
  title: 'Controls',
  minWidthPx: 560,
  states: [
    buttons('buttons', 'Buttons: plain, primary, bare, link', false),
    buttons('buttons-off', 'Buttons that cannot be pressed now', true),
    { name: 'search', caption: 'Search', draw: () => <Search typed="" /> },
    { name: 'search-typed', caption: 'Search with a word', draw: () => <Search typed="potasium" /> },
    {
      name: 'search-without-key',
      caption: 'Search where single keys are switched off',
      draw: () => (
        <SingleKeys value={{ isOn: false }}>
          <Search typed="" />
        </SingleKeys>
      ),
    },
    { name: 'unit', caption: 'Unit as reported', draw: () => <Unit chosen="" /> },
    { name: 'unit-chosen', caption: 'Unit that was chosen', draw: () => <Unit chosen="mmol/L" /> },
    windowState('all', 'Window: all of the record', {}),
    windowState('two-years', 'Window: two years, earlier results outside it', {
      visible: { startMs: END_MS - 2 * YEAR_MS, endMs: END_MS },
      choice: '2y',
    }),
    windowState('earlier', 'Window that ends before the last result', {
      visible: { startMs: END_MS - 6 * YEAR_MS, endMs: END_MS - YEAR_MS },
      choice: '5y~365.25',
    }),
    windowState(
      'reading',
      'Window while pages arrive',
      {},
      recordOf(years, { ended: false, complete: false }),
    ),
    windowState(
      'dense',
      'Window of an hourly record, in a stay',
      {
        choice: '24h',
        encounterChoice: '5d',
        isStay: true,
        visible: { startMs: NOW_MS - DAY_MS, endMs: NOW_MS },
      },
      monitored,
      NOW_MS - 3 * DAY_MS,
      NOW_MS,
    ),
  ],
};
