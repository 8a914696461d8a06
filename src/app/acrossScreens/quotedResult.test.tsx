// @vitest-environment happy-dom
import { beforeAll, expect, test } from 'vitest';
import { warmOverview } from '../../testing/overviewFixture.tsx';
import { recordOf, resultInput } from '../../testing/recordFixture.ts';
import { surfacesOf } from './surfacesFixture.tsx';

beforeAll(warmOverview, 60_000);

test.each(['> 20 mmol/L', '<0.5 mmol/L', '4.1 mmol/L'])(
  'rules 19, 20: a text that was read as a number is quoted as it was sent: %s',
  (sent) => {
    const [lactate] = surfacesOf(recordOf([resultInput('2524-7', sent, '', '2026-11-20T14:10:00Z')]));
    const { newest, rows, cells } = lactate!;
    for (const text of [newest.page.text, newest.note.text, rows[0]!.text, cells.join()])
      expect(text).toContain(`“${sent}”`);
  },
);
