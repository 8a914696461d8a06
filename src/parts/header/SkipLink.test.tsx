// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, expect, it } from 'vitest';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { headerTexts } from './header.messages.ts';
import { ScreenTop } from './ScreenTop.tsx';

afterEach(cleanup);

const show = (content: ReactNode) => {
  const { container } = render(
    <InOpenRecord>
      <ScreenTop current="Overview" />
      <main>{content}</main>
    </InOpenRecord>,
  );
  fireEvent.click(screen.getByRole('button', { name: headerTexts('skipToResults') }));
  return container;
};

it('the first stop of the tab key leads to the tile in the tab order', () => {
  const container = show(
    <>
      <button type="button">2 y</button>
      <div data-tiles="">
        <a data-series="k" href="#series=k" tabIndex={-1}>
          K
        </a>
        <a data-series="na" href="#series=na">
          Na
        </a>
      </div>
    </>,
  );
  expect(document.activeElement?.textContent).toBe('Na');
  expect(container.querySelector('a, button, input')?.textContent).toBe(headerTexts('skipToResults'));
});

it('on a screen without tiles it leads below the header', () => {
  show(<p>Nothing</p>);
  expect(document.activeElement?.tagName).toBe('MAIN');
});
