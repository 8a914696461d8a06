// @vitest-environment happy-dom
import { act, cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { detailRecord, potassiumRows, showDetail } from '../detailFixture.tsx';

/** The test says where the table begins, and tells whoever looks at it. */
let topPx = 0;
const looks = new Set<() => void>();

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      private readonly look: () => void;
      constructor(look: () => void) {
        this.look = look;
      }
      observe(): void {
        looks.add(this.look);
        this.look();
      }
      disconnect(): void {
        looks.delete(this.look);
      }
    },
  );
  vi.stubGlobal('innerHeight', 850);
  vi.spyOn(Element.prototype, 'getBoundingClientRect').mockImplementation(() => ({ top: topPx }) as DOMRect);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  location.hash = '';
});

const moveTable = (nextPx: number) => {
  topPx = nextPx;
  act(() => {
    for (const look of looks) look();
  });
};
const sign = () => document.querySelector<HTMLElement>('[data-table-below]');

test.each([
  ['begins below the window', 900, 'true'],
  ['shows less than its first result', 820, 'true'],
  ['shows its first result', 780, 'false'],
  ['was scrolled past', -300, 'false'],
])('where the table %s, the sign is there: %s px, %s', async (_, px, isSeen) => {
  topPx = px;
  await showDetail({ record: detailRecord([potassiumRows()]) });
  expect(sign()?.dataset['tableBelow']).toBe(isSeen);
});

test('the sign keeps its room when it goes, and comes back when late lanes push the table down', async () => {
  topPx = 700;
  await showDetail({ record: detailRecord([potassiumRows()]) });
  const before = sign();
  expect(before?.textContent).toBe('Table below');
  moveTable(860);
  expect(sign()).toBe(before);
  expect(before?.dataset['tableBelow']).toBe('true');
  moveTable(400);
  expect(before?.textContent).toBe('Table below');
});

test('a press leads to the table, which takes the focus', async () => {
  topPx = 900;
  const { container } = await showDetail({ record: detailRecord([potassiumRows()]) });
  fireEvent.click(screen.getByRole('button', { name: 'Table below' }));
  expect(document.activeElement).toBe(container.querySelector('[data-twin]'));
});
