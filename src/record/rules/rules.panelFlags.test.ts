import { expect, test } from 'vitest';
import { loinc } from '../../testing/codes.ts';
import { quantity, read, readRows } from '../../clinical/observation/observationFixture.ts';

const flagged = (code: string) => ({ interpretation: code === '' ? undefined : [{ coding: [{ code }] }] });
const flagsOf = (panel: string, systolic: string, diastolic: string) =>
  readRows(
    read({
      code: loinc('85354-9'),
      ...flagged(panel),
      component: [
        { code: loinc('8480-6'), valueQuantity: quantity(220, 'mm[Hg]'), ...flagged(systolic) },
        { code: loinc('8462-4'), valueQuantity: quantity(120, 'mm[Hg]'), ...flagged(diastolic) },
      ],
    }),
  ).map(({ kind }) => `${kind.flag} ${kind.flagText}`.trim());

test.each([
  ['HH', 'N', 'N', ['AA N, HH (whole panel)', 'AA N, HH (whole panel)']],
  ['HH', 'H', 'N', ['HH H, HH (whole panel)', 'N N']],
  ['HH', 'R', 'N', ['AA R, HH (whole panel)', 'N N']],
  ['A', 'N', 'N', ['A N, A (whole panel)', 'A N, A (whole panel)']],
  ['H', 'N', '', ['N N', 'A H (whole panel)']],
  ['LL', '', '', ['AA LL (whole panel)', 'AA LL (whole panel)']],
])('a panel %s that no part explains (%s and %s) is hidden by none', (panel, one, other, flags) => {
  expect(flagsOf(panel, one, other)).toEqual(flags);
});

test.each([
  ['HH', 'HH', 'N', ['HH HH', 'N N']],
  ['H', 'H', 'N', ['H H', 'N N']],
  ['A', 'POS', 'NEG', ['other POS', 'other NEG']],
  ['A', 'R', 'S', ['other R', 'other S']],
  ['N', 'H', '', ['H H', 'N N (whole panel)']],
  ['', 'N', 'H', ['N N', 'H H']],
])(
  'the flags of the parts stand where one explains that of the panel %s: %s and %s',
  (panel, one, other, flags) => {
    expect(flagsOf(panel, one, other)).toEqual(flags);
  },
);
