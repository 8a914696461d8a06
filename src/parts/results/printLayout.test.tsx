// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { useLayout } from './useLayout.ts';

afterEach(cleanup);

function Probe() {
  const [container, layout] = useLayout();
  return <p ref={container}>{layout && `${layout.columns} columns, curves ${layout.plotWidthPx} px`}</p>;
}

test('the browser prints curves as wide as the paper has room for, and the screen has its own again', () => {
  const { container, unmount } = render(<Probe />);
  const onScreen = container.textContent;
  expect(onScreen).toBe('3 columns, curves 208 px');
  // This is not wrapped in act(), because a browser prints what is there as soon as this returns.
  dispatchEvent(new Event('beforeprint'));
  expect(container.textContent).toBe('1 columns, curves 474 px');
  unmount();
  dispatchEvent(new Event('afterprint'));
});

test('after printing the screen is as before', async () => {
  const { container, findByText } = render(<Probe />);
  dispatchEvent(new Event('beforeprint'));
  dispatchEvent(new Event('afterprint'));
  await findByText('3 columns, curves 208 px');
  expect(container.textContent).toBe('3 columns, curves 208 px');
});
