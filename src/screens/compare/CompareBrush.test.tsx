// @vitest-environment happy-dom
import { cleanup, fireEvent, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { dragBrush } from '../../testing/brushFixture.ts';
import {
  timeAxis,
  stripNamesShown,
  plotOfStrip,
  showCompare,
  compareStory,
  stripNamed,
  YEAR_DAYS,
} from './compareFixture.tsx';
import { recordOf } from '../../testing/recordFixture.ts';
import { DAY_MS } from '../../clinical/time/durations.ts';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const brushZones = () => [...document.querySelectorAll<HTMLElement>('[data-time-zoom]')];
const visibleWindow = () => screen.getByTestId('lanes').textContent.split(' ').slice(0, 2).map(Number);
const MIDDLE_MS = (YEAR_DAYS.startMs + YEAR_DAYS.endMs) / 2;

test.each(['mouse', 'touch'])(
  'rule 11: a stretch marked by a %s over a strip becomes the window of all',
  (pointerType) => {
    showCompare(recordOf(compareStory), '#compare=k,creat');
    expect(brushZones()).toHaveLength(stripNamesShown().length);
    dragBrush(brushZones()[0]!, 0.5, 1, pointerType);
    expect(Math.abs(visibleWindow()[0]! - MIDDLE_MS)).toBeLessThan(DAY_MS);
    expect(visibleWindow()[1]).toBe(YEAR_DAYS.endMs);
    cleanup();
    showCompare(recordOf(compareStory), '#compare=k,creat');
    dragBrush(brushZones()[1]!, 0, 0.5, pointerType);
    expect(visibleWindow()[0]).toBe(YEAR_DAYS.startMs);
    expect(Math.abs(visibleWindow()[1]! - MIDDLE_MS)).toBeLessThan(DAY_MS);
  },
);

test('the axis can be taken hold of, and shows the time of the strips', () => {
  showCompare(recordOf(compareStory), '#compare=k');
  const { timePan, timeStart } = document.querySelector<HTMLElement>(
    '[data-tooltip="Drag to move the period"]',
  )!.dataset;
  expect([timePan, timeStart]).toEqual(['', String(YEAR_DAYS.startMs)]);
});

test('rule 12: a press without a drag reads, as before, and the axis still has the keys', () => {
  showCompare(recordOf(compareStory), '#compare=k');
  const zone = brushZones()[0]!;
  const held = { pointerId: 1, isPrimary: true, clientX: Number(zone.dataset['timeWidth']) - 6 };
  fireEvent.pointerDown(zone, { ...held, button: 0, buttons: 1 });
  fireEvent.pointerUp(zone, { ...held, buttons: 0 });
  expect(plotOfStrip('Potassium').querySelector('[data-cursor]')).not.toBeNull();
  expect(visibleWindow()).toEqual([YEAR_DAYS.startMs, YEAR_DAYS.endMs]);
  expect(stripNamed('Potassium').querySelector('[role="slider"]')?.getAttribute('tabindex')).toBe('0');
  timeAxis().focus();
  expect(document.activeElement).toBe(timeAxis());
});
