import { expect, test } from 'vitest';
import { onlySeriesOf } from '../../testing/readSeriesFixture.ts';
import { changeBetween, isIdenticalResult } from './comparability.ts';

test.each(['specimen', 'device', 'method'] as const)(
  'rule 18: the line breaks between two words of a %s that begin alike for 100 kB',
  (fact) => {
    const long = 'from the grey flask, '.repeat(5000);
    const [one, other] = ['drawn at noon', 'drawn at night']
      .map((end) => (fact === 'method' ? { text: long + end } : { display: long + end }))
      .flatMap((words) => [...onlySeriesOf({ at: 1, value: 5, more: { [fact]: words } }).rows]);
    expect(changeBetween(one!.kind, other!.kind)).toBe(fact === 'device' ? 'method' : fact);
    expect(isIdenticalResult(one!, other!)).toBe(false);
  },
);
