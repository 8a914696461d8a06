import { useMemo, useState } from 'react';
import { chartEntriesOf, type ChartEntry } from '../charts/reading/chartEntries.ts';
import { frameOf } from '../charts/axis/frame.ts';
import { BriefResults } from '../screens/overview/BriefResults.tsx';
import { flagConcept, pressure, recordOf, resultInput } from '../testing/recordFixture.ts';
import { ResultsWithoutChart } from '../screens/overview/ResultsWithoutChart.tsx';
import { ResultTable } from '../parts/results/table/ResultTable.tsx';
import { TableScope } from '../screens/detail/TableScope.tsx';
import { seriesEntryOf, tileEntriesOf } from '../parts/results/tileLayout.ts';
import type { Family } from './family.ts';
import { NOW_MS, ZONE } from './fixedClock.ts';
import { noop } from './sampleContext.ts';
import { earlier, POTASSIUM_KIND, resultOf } from './sampleObservations.ts';
import { InGallery } from './InGallery.tsx';

const AT = '2026-11-12T14:10:00Z';
const NONE: ReadonlyMap<string, string> = new Map();

/** This table has a row of every kind that the table of one result knows. */
const table = recordOf([
  ...earlier(POTASSIUM_KIND, [4.4, 4.9]),
  resultOf(POTASSIUM_KIND, 5.8, AT, flagConcept('H')),
  resultOf(POTASSIUM_KIND, 6.8, '2026-11-13T14:10:00Z', flagConcept('HH')),
  resultOf(POTASSIUM_KIND, 5.1, '2026-09-02T14:10:00Z'),
  resultOf(POTASSIUM_KIND, 4.7, '2026-08-25T14:10:00Z', { status: 'corrected' }),
  resultOf(POTASSIUM_KIND, 5.3, '2026-11-24T15:40:00Z', { status: 'preliminary' }),
  resultOf(POTASSIUM_KIND, 4.1, '2026-07', {}),
  resultInput('2823-3', 'specimen haemolysed', '', '2026-06-01T14:10:00Z'),
  resultOf(POTASSIUM_KIND, 4.4, ''),
]);

function Table({ first = 0 }: { readonly first?: number }) {
  const [series] = table.series;
  const entries = useMemo(() => (series ? chartEntriesOf(series).all : []), [series]);
  const [selected, onSelect] = useState<ChartEntry | undefined>(entries[first]);
  return (
    series && (
      <InGallery>
        <ResultTable {...{ entries, series, selected, onSelect }} name={series.name} />
      </InGallery>
    )
  );
}

const frame = frameOf({
  startMs: Date.parse('2024-11-24T20:05:00Z'),
  endMs: NOW_MS,
  timeZone: ZONE,
  widthPx: 200,
  heightPx: 44,
});
const brief = recordOf([
  resultOf(POTASSIUM_KIND, 5.8, AT, flagConcept('H')),
  pressure(146, 84, AT),
  resultInput('2276-4', 58, 'ng/mL', '2019-03-04'),
]);
const listed = recordOf([
  resultInput('5804-0', '+++', '', AT),
  resultInput('2345-7', 99, '', AT),
  resultInput('2160-0', 1.1, 'mg/dL', ''),
  resultInput('5804-0', 'gross blood', '', AT, flagConcept('AA')),
  resultInput('2823-3', 4.4, 'mmol/L', '2031-01-01T08:00:00Z'),
  {
    ...resultOf({ loinc: '718-7', unit: 'g/dL' }, 12, AT),
    valueQuantity: undefined,
    dataAbsentReason: { text: 'refused' },
  },
]);

export const lists: Family = {
  name: 'lists',
  title: 'Tables and lists',
  minWidthPx: 1000,
  states: [
    {
      name: 'table',
      caption: 'Table of one result: a row of every kind, one selected',
      draw: () => <Table first={1} />,
    },
    {
      name: 'scope',
      caption: 'What the window leaves out of the table',
      draw: () => <TableScope table={{ olderCount: 12, newerCount: 0, undatedCount: 1 }} onAll={noop} />,
    },
    {
      name: 'brief',
      caption: 'Too few in the window for a curve',
      draw: () => (
        <BriefResults
          groups={[
            {
              heading: 'Kidney and electrolytes',
              entries: tileEntriesOf(brief.series, []),
              isUnderItsTiles: false,
            },
          ]}
          view={{ frame, completeness: 'complete', todayMs: NOW_MS, nameWidthPx: 160 }}
          qualifiers={NONE}
        />
      ),
    },
    {
      name: 'not-on-curve',
      caption: 'Not on a curve, each with its reason',
      draw: () => (
        <InGallery>
          <ResultsWithoutChart
            listed={listed.series.map((one) => seriesEntryOf(one, listed.series))}
            absentNames={['Magnesium', 'Ferritin']}
            qualifiers={NONE}
          />
        </InGallery>
      ),
    },
    {
      name: 'absent',
      caption: 'Not in a record that was read whole',
      draw: () => (
        <InGallery>
          <ResultsWithoutChart listed={[]} absentNames={['Magnesium', 'Ferritin']} qualifiers={NONE} />
        </InGallery>
      ),
    },
  ],
};
