// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, describe, expect, test } from 'vitest';
import { InOpenRecord } from '../../../testing/InOpenRecord.tsx';
import { pressure, recordOf, resultInput } from '../../../testing/recordFixture.ts';
import { SingleKeys } from '../../../ui/keyboard/singleKeyShortcuts.ts';
import { CompareBar } from './CompareBar.tsx';
import { TileMark } from './TileMark.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const AT = '2026-11-12T14:10:00Z';
const record = recordOf([
  ...[
    ['2823-3', 'mmol/L'],
    ['2160-0', 'mg/dL'],
    ['2951-2', 'mmol/L'],
    ['718-7', 'g/dL'],
    ['6690-2', '10*3/uL'],
    ['777-3', '10*3/uL'],
    ['2345-7', 'mg/dL'],
    ['1988-5', 'mg/L'],
    ['8867-4', '/min'],
  ].map(([code = '', unit = '']) => resultInput(code, 10, unit, AT)),
  pressure(158, 84, AT),
]);
const IDS = ['bp-sys', 'k', 'creat', 'na', 'hgb', 'wbc', 'plt', 'glucose', 'crp', 'hr'];

function Screen({ singleKeys = true }: { readonly singleKeys?: boolean }) {
  const container = useRef<HTMLElement>(null);
  return (
    <InOpenRecord record={record} nowMs={record.readAtMs}>
      <SingleKeys value={{ isOn: singleKeys }}>
        <main ref={container}>
          {IDS.map((id) => (
            <div key={id}>
              <a href={`#series=${id}`} data-series={id}>
                {id}
              </a>
              <TileMark id={id} name={id} />
            </div>
          ))}
          <a href="#series=map~calculated" data-series="map~calculated">
            calculated
          </a>
          <CompareBar container={container} />
        </main>
      </SingleKeys>
    </InOpenRecord>
  );
}

const tile = (id: string) => document.querySelector<HTMLElement>(`a[data-series="${id}"]`)!;
const bar = () => screen.getByRole('region', { name: 'Tests to compare' });
const press = (key: string, target: Element = document.activeElement!) => fireEvent.keyDown(target, { key });
const pressOn = (id: string, key: string) => {
  tile(id).focus();
  press(key);
};
const spoken = () => bar().querySelector('[aria-live]')?.textContent;
const compareLink = () => screen.queryByRole('link', { name: /^Compare/ });
const selected = () =>
  [...document.querySelectorAll<HTMLElement>('[data-selected]')].map((one) => one.dataset['series']);

describe('tests are selected to be compared', () => {
  test.each([
    ['x', (id: string) => pressOn(id, 'x')],
    ['the space bar', (id: string) => pressOn(id, ' ')],
    ['Ctrl and a click', (id: string) => fireEvent.click(tile(id), { ctrlKey: true })],
    ['⌘ and a click', (id: string) => fireEvent.click(tile(id), { metaKey: true })],
    [
      'their mark',
      (id: string) => fireEvent.click(screen.getByRole('checkbox', { name: `Select ${id} to compare` })),
    ],
  ])('by %s, and again to take one out', (_, choose) => {
    render(<Screen />);
    choose('k');
    expect(compareLink()).toBeNull();
    expect(bar().textContent).toContain('Select another test to compare.');
    choose('creat');
    choose('bp-sys');
    expect(location.hash).toBe('#select=k,creat,bp-sys');
    expect(selected()).toEqual(['bp-sys', 'k', 'creat']);
    expect(compareLink()?.textContent).toContain('Compare 3 tests');
    expect(compareLink()?.getAttribute('href')).toBe('#compare=k,creat,bp-sys');
    expect(bar().textContent).toContain('Potassium, Creatinine, Blood pressure');
    choose('creat');
    expect(location.hash).toBe('#select=k,bp-sys');
    expect(compareLink()?.textContent).toContain('Compare 2 tests');
  });

  test('Escape and “Clear” end the selection and leave the rest of the address', () => {
    location.hash = '#window=30d&select=k,na';
    render(<Screen />);
    expect(selected()).toEqual(['k', 'na']);
    press('Escape', document.body);
    expect(location.hash).toBe('#window=30d');
    expect(selected()).toEqual([]);
    pressOn('hgb', 'x');
    fireEvent.click(screen.getByRole('button', { name: /^Clear/ }));
    expect(location.hash).toBe('#window=30d');
  });

  test('a ninth test is refused, which is said with its name', () => {
    location.hash = `#select=${IDS.slice(0, 8).join(',')}`;
    render(<Screen />);
    pressOn('hr', 'x');
    expect(selected()).toHaveLength(8);
    expect(bar().textContent).toContain('8 tests at most: remove one to add Heart rate.');
    pressOn('k', 'x');
    expect(bar().textContent).not.toContain('at most');
  });

  test('a voice hears what was selected and how many are', () => {
    render(<Screen />);
    pressOn('k', 'x');
    expect(spoken()).toBe('Potassium selected. 1 test selected to compare.');
    pressOn('k', 'x');
    expect(spoken()).toBe('Potassium no longer selected. 0 tests selected to compare.');
  });

  test('a calculated value cannot be compared, and a press on it does what it did', () => {
    render(<Screen />);
    pressOn('map~calculated', 'x');
    pressOn('map~calculated', ' ');
    fireEvent.click(tile('map~calculated'), { ctrlKey: true });
    expect(location.hash).not.toContain('select');
  });

  test('with single keys off the space bar and the marks remain, and the bar names no letter', () => {
    render(<Screen singleKeys={false} />);
    expect(bar().textContent).toBe('To compare tests, tick them, or Ctrl- or ⌘-click.');
    pressOn('k', 'x');
    expect(selected()).toEqual([]);
    pressOn('k', ' ');
    expect(selected()).toEqual(['k']);
  });

  test('what only keys can do is one part of the sentence, which reads on without it', () => {
    for (const singleKeys of [true, false]) {
      const { unmount } = render(<Screen singleKeys={singleKeys} />);
      const parts = [...bar().querySelectorAll('p > span')];
      expect(parts).toHaveLength(1);
      expect(bar().textContent?.replace(parts[0]?.textContent ?? '', '')).toBe(
        'To compare tests, tick them.',
      );
      unmount();
    }
  });

  test('a plain click opens the test', () => {
    render(<Screen />);
    fireEvent.click(tile('k'));
    expect(selected()).toEqual([]);
  });
});
