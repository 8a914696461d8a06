import { expect, test } from 'vitest';
import { onlySeriesOf } from '../../testing/readSeriesFixture.ts';
import { entryAttachedText } from './attachedText.ts';
import { chartEntriesOf } from './chartEntries.ts';

/** Returns what stands in the table beside a potassium of 1 January 2026, 12:00 in Chicago. */
function attachedTo(more: object): string {
  const series = onlySeriesOf({ at: '2026-01-01T18:00:00Z', value: 5.1, more });
  return chartEntriesOf(series)
    .all.map((entry) => entryAttachedText(entry, 'America/Chicago'))
    .join('');
}

test('several notes stand one after the other, each with its author and its time in words', () => {
  const note = [
    { text: 'First', authorString: 'Ward', time: '2026-01-01T18:30:00Z' },
    { text: 'Second', time: '2026-01-02' },
    { text: 'Third', time: 'yesterday' },
  ];
  expect(attachedTo({ note })).toBe(
    'notes: “First” (Ward, 1 Jan 2026, 12:30); “Second” (2 Jan 2026); “Third” (yesterday)',
  );
});

test('a note in RTF is read as its text, and its words about the specimen as a mark', () => {
  const text = String.raw`{\rtf1\ansi{\fonttbl\f0 Arial;}\f0 Specimen {\b grossly hemolyzed}.\par Please repeat.}`;
  expect(attachedTo({ note: [{ text }] })).toBe(
    'grossly hemolyzed; note: “Specimen grossly hemolyzed. Please repeat.”',
  );
});

test('an RTF note of 100 kB is cut visibly', () => {
  const shown = attachedTo({ note: [{ text: `{\\rtf1 ${'word '.repeat(20_000)}}` }] });
  expect(shown.length).toBeLessThan(300);
  expect(shown).toMatch(/word…”$/);
});

test('the time of collection and the place of a result stand before its notes', () => {
  const more = {
    specimen: { reference: '#s' },
    contained: [
      { id: 's', type: { text: 'Plasma' }, collection: { collectedDateTime: '2026-01-01T17:00:00Z' } },
    ],
    note: [{ text: 'Late' }],
  };
  expect(attachedTo(more)).toBe('Plasma; specimen collected 1 Jan 2026, 11:00; note: “Late”');
});
