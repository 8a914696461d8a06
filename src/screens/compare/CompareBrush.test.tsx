// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { drag } from '../../testing/brushFixture.ts';
import { axis, names, plotOf, show, story, strip, YEAR } from './compareFixture.tsx';
import { recordOf } from '../../testing/recordFixture.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const zones = () => screen.getAllByTitle('Drag to choose a window');
const shown = () => screen.getByTestId('lanes').textContent.split(' ').slice(0, 2).map(Number);
const MIDDLE_MS = (YEAR.startMs + YEAR.endMs) / 2;
const DAY_MS = 86_400_000;

test.each(['mouse', 'touch'])(
  'rule 11: a stretch marked by a %s over the axis or over a strip becomes the window of all',
  (pointerType) => {
    show(recordOf(story), '#compare=k,creat');
    expect(zones()).toHaveLength(1 + names().length);
    drag(zones()[0]!, 0.5, 1, pointerType);
    expect(Math.abs(shown()[0]! - MIDDLE_MS)).toBeLessThan(DAY_MS);
    expect(shown()[1]).toBe(YEAR.endMs);
    cleanup();
    show(recordOf(story), '#compare=k,creat');
    drag(zones()[2]!, 0, 0.5, pointerType);
    expect(shown()[0]).toBe(YEAR.startMs);
    expect(Math.abs(shown()[1]! - MIDDLE_MS)).toBeLessThan(DAY_MS);
  },
);

test('rule 12: a press without a drag reads, as before, and the axis still has the keys', () => {
  show(recordOf(story), '#compare=k');
  const zone = zones()[1]!;
  const held = { pointerId: 1, isPrimary: true, clientX: Number(zone.dataset['timeWidth']) - 6 };
  fireEvent.pointerDown(zone, { ...held, button: 0, buttons: 1 });
  fireEvent.pointerUp(zone, { ...held, buttons: 0 });
  expect(plotOf('Potassium').querySelector('[data-cursor]')).not.toBeNull();
  expect(shown()).toEqual([YEAR.startMs, YEAR.endMs]);
  expect(strip('Potassium').querySelector('[role="slider"]')?.getAttribute('tabindex')).toBe('0');
  axis().focus();
  expect(document.activeElement).toBe(axis());
});
