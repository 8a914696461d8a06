// @vitest-environment happy-dom
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { InOpenRecord } from '../../testing/InOpenRecord.tsx';
import { headerTexts } from './header.messages.ts';
import { RecordHeader } from './RecordHeader.tsx';

afterEach(cleanup);

const show = (props: Parameters<typeof RecordHeader>[0] = {}) =>
  render(
    <InOpenRecord shell={{ exportMenu: <button type="button">Share</button> }}>
      <RecordHeader {...props} />
    </InOpenRecord>,
  );

describe('the header of a record', () => {
  it('gathers what takes results along in one menu, without a button for the CSV alone', () => {
    show();
    expect(screen.getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['Share']);
  });

  it.each([
    ['Compare', 'page'],
    ['Results', 'page'],
  ] as const)('marks the screen %s in its tabs', (current, word) => {
    show({ current });
    const lit = document.querySelectorAll('nav [aria-current]');
    expect([...lit].map((tab) => [tab.textContent, tab.getAttribute('aria-current')])).toEqual([
      [current, word],
    ]);
  });

  it('marks the tab behind which a screen without its own lies', () => {
    show({ within: 'Overview' });
    expect(document.querySelector('nav [aria-current="true"]')?.textContent).toBe(headerTexts('overview'));
  });
});
