// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { WholeDates } from './WholeDates.tsx';

afterEach(cleanup);

test('each date of a text is one piece, and the text stays as it was', () => {
  const text = 'running at last reading, 24 Nov 2026, 14:00; before: 3 Nov 2026 (day 9), Nov 2025';
  const { container } = render(
    <p>
      <WholeDates text={text} />
    </p>,
  );
  expect(container.textContent).toBe(text);
  expect([...container.querySelectorAll('span')].map((date) => date.textContent)).toEqual([
    '24 Nov 2026, 14:00',
    '3 Nov 2026',
  ]);
});
