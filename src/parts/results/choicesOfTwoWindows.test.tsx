// @vitest-environment happy-dom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadConversion } from '../../clinical/unitChoice/loadConversion.ts';
import type { Site } from '../../smart/site/site.ts';
import { siteOf } from '../../testing/sessionFixture.ts';
import { useChosenUnits } from './useChosenUnits.ts';
import { usePins } from './pins.ts';

const UNITS = 'longview.choice.general.units';
const PINS = 'longview.choice.general.pins';

beforeAll(() => loadConversion(), 60_000);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  localStorage.clear();
});

/** Opens a window of this browser. All windows share one localStorage. */
function openWindow(concentrations: Site['concentrations'] = 'as-sent') {
  const { result } = renderHook(() => useChosenUnits(undefined, siteOf({ concentrations })));
  return {
    choices: () => result.current.choices,
    choose: (id: string, unit: string) => act(() => result.current.onChoose(id, unit)),
    chooseAll: (all: Readonly<Record<string, string>>) => act(() => result.current.onChooseAll(all)),
  };
}
/** Returns the choices that a window has when it is opened now. */
const choicesOfNextWindow = (concentrations?: Site['concentrations']) => openWindow(concentrations).choices();

describe('units of two windows', () => {
  test('a choice of each stays, and neither changes what the other shows', () => {
    const [first, second] = [openWindow(), openWindow()];
    first.choose('glucose', 'mmol/L');
    second.choose('creat', 'umol/L');
    expect(first.choices()).toEqual({ glucose: 'mmol/L' });
    expect(second.choices()).toEqual({ creat: 'umol/L' });
    expect(choicesOfNextWindow()).toEqual({ glucose: 'mmol/L', creat: 'umol/L' });
  });

  test('what one takes back stays taken back when the other chooses something else', () => {
    localStorage.setItem(UNITS, 'glucose=mmol/L\ncreat=umol/L');
    const [first, second] = [openWindow(), openWindow()];
    first.choose('glucose', '');
    second.choose('chol', 'mmol/L');
    expect(choicesOfNextWindow()).toEqual({ creat: 'umol/L', chol: 'mmol/L' });
    expect(second.choices()).toEqual({ glucose: 'mmol/L', creat: 'umol/L', chol: 'mmol/L' });
  });

  test('the later of two choices for one test stays', () => {
    const [first, second] = [openWindow(), openWindow()];
    first.choose('glucose', 'mmol/L');
    second.choose('glucose', 'mg/dL');
    expect(choicesOfNextWindow()).toEqual({ glucose: 'mg/dL' });
  });

  test('who chooses all units replaces them all', () => {
    const [first, second] = [openWindow(), openWindow()];
    first.choose('creat', 'umol/L');
    second.chooseAll({ glucose: 'mmol/L' });
    expect(choicesOfNextWindow()).toEqual({ glucose: 'mmol/L' });
    first.chooseAll({});
    second.choose('chol', 'mmol/L');
    expect(choicesOfNextWindow()).toEqual({ chol: 'mmol/L' });
  });

  test('at a site that shows other units, a first choice keeps those of the site, and "as reported" stays chosen', async () => {
    const [first, second] = [openWindow('si'), openWindow('si')];
    await waitFor(() => expect(first.choices()['glucose']).toBe('mmol/L'));
    first.choose('glucose', 'mg/dL');
    expect(choicesOfNextWindow('si')).toMatchObject({ glucose: 'mg/dL', creat: 'umol/L' });
    second.chooseAll({});
    expect(choicesOfNextWindow('si')).toEqual({});
    first.choose('creat', 'mg/dL');
    expect(choicesOfNextWindow('si')).toEqual({ creat: 'mg/dL' });
  });

  test.each([['full'], ['blocked']])(
    'where storage is %s, the window has all of its own choices, and nothing that was kept is lost',
    (how) => {
      localStorage.setItem(UNITS, 'glucose=mmol/L');
      const stored = localStorage;
      const first = openWindow();
      const refuse = (): never => {
        throw new DOMException('refused', 'QuotaExceededError');
      };
      const getItem = how === 'blocked' ? refuse : (key: string) => stored.getItem(key);
      vi.stubGlobal('localStorage', { getItem, setItem: refuse, removeItem: refuse });
      first.choose('creat', 'umol/L');
      first.choose('chol', 'mmol/L');
      expect(first.choices()).toEqual({ glucose: 'mmol/L', creat: 'umol/L', chol: 'mmol/L' });
      vi.unstubAllGlobals();
      expect(localStorage.getItem(UNITS)).toBe('glucose=mmol/L');
    },
  );

  test.each([
    ['{"glucose":"mmol/L"}'],
    ['null'],
    ['=\n=mmol/L\nglucose=\n'],
    ['__proto__'],
    ['\u0000'.repeat(1000)],
    ['x'.repeat(1_000_000)],
  ])('what somebody else wrote (%.12s) is no choice, and goes with the first one', (text) => {
    localStorage.setItem(UNITS, text);
    const first = openWindow();
    expect(first.choices()).toEqual({});
    first.choose('glucose', 'mmol/L');
    expect(choicesOfNextWindow()).toEqual({ glucose: 'mmol/L' });
    expect(localStorage.getItem(UNITS)).toBe('glucose=mmol/L');
  });

  test('a hundred thousand choices of somebody else, and those of inherited names, change nothing else', () => {
    const lines = Array.from({ length: 100_000 }, (_, i) => `x${i}=mmol/L`);
    localStorage.setItem(UNITS, ['__proto__=mmol/L', 'constructor=mg/dL', ...lines].join('\n'));
    const first = openWindow();
    first.choose('glucose', 'mmol/L');
    expect(Object.getPrototypeOf(first.choices())).toBe(Object.prototype);
    expect(first.choices()['glucose']).toBe('mmol/L');
  });

  test('another site, also one whose name begins alike, has its own', () => {
    localStorage.setItem('longview.choice.gen.units', 'glucose=mmol/L');
    localStorage.setItem('longview.choice.general2.units', 'glucose=mmol/L');
    localStorage.setItem('longview.choice.general.units.units', 'glucose=mmol/L');
    expect(choicesOfNextWindow()).toEqual({});
  });
});

describe('pins of two windows', () => {
  const pinsHere = () => renderHook(() => usePins('general')).result;
  /** Another window writes, and the browser tells this one. */
  const writtenElsewhere = (text: string) =>
    act(() => {
      localStorage.setItem(PINS, text);
      dispatchEvent(new StorageEvent('storage', { key: PINS }));
    });

  test('a result that is pinned in the other window is pinned here at once, so that a digit opens what is seen', () => {
    localStorage.setItem(PINS, 'k');
    const pins = pinsHere();
    const before = pins.current;
    writtenElsewhere('k,creat');
    expect(before).toEqual(['k']);
    expect(pins.current).toEqual(['k', 'creat']);
  });

  test('the list is the same object while nothing changes, so that nothing is drawn again', () => {
    localStorage.setItem(PINS, 'k');
    const pins = pinsHere();
    const before = pins.current;
    act(() => void dispatchEvent(new StorageEvent('storage', { key: 'other' })));
    expect(pins.current).toBe(before);
  });

  test('all pins go when the other window empties the storage', () => {
    localStorage.setItem(PINS, 'k');
    const pins = pinsHere();
    act(() => {
      localStorage.clear();
      dispatchEvent(new StorageEvent('storage', { key: null }));
    });
    expect(pins.current).toEqual([]);
  });

  test.each([
    ['k,'.repeat(500_000), 9],
    ['\u0000,\u202E,,,', 2],
    ['[]', 1],
  ])('what somebody else wrote (%.10s) is at most nine ids', (text, count) => {
    localStorage.setItem(PINS, text);
    expect(pinsHere().current.length).toBeLessThanOrEqual(count);
  });
});
