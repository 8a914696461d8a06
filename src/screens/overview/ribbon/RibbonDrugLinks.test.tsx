// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { MedicationChangeCell } from '../../../parts/changes/MedicationChangeCell.tsx';
import { recentMedicationChanges } from '../../../parts/events/medicationText.ts';
import { drugFragment } from '../../../parts/navigation/drugAddress.ts';
import { courses } from '../../../testing/madeEventsFixture.ts';
import { ribbonViewOf, showRibbon, YEAR } from '../eventRibbonFixture.tsx';

afterEach(() => {
  cleanup();
  location.hash = '';
});

const SPIRONOLACTONE = drugFragment('text:spironolactone');
const drugLinks = () => screen.getAllByRole('link', { name: /\d{4}$/ });

test('a press on the name of a drug in the ribbon opens Compare with it', () => {
  const { container } = showRibbon();
  const name = [...container.querySelectorAll('svg text')].find(
    ({ textContent }) => textContent === '+ Spironolactone 25 mg/day',
  );
  fireEvent.click(name!);
  expect(location.hash).toBe(SPIRONOLACTONE);
});

test('by keys the drugs of the ribbon are one stop, the newest first, and the arrow keys lead from one to the next', () => {
  showRibbon({ view: ribbonViewOf(YEAR) });
  expect(drugLinks().map(({ textContent }) => textContent)).toEqual([
    '↑ Chlorthalidone 25 mg/day, 22 Apr 2026',
    '+ Spironolactone 25 mg/day, 20 Oct 2026',
    '− Spironolactone, 13 Nov 2026',
  ]);
  const stops = () => drugLinks().filter(({ tabIndex }) => tabIndex === 0);
  expect(stops().map(({ textContent }) => textContent)).toEqual(['− Spironolactone, 13 Nov 2026']);
  stops()[0]!.focus();
  for (const key of ['ArrowLeft', 'ArrowLeft']) fireEvent.keyDown(document.activeElement!, { key });
  expect(document.activeElement?.getAttribute('href')).toBe(drugFragment('text:chlorthalidone'));
  expect(stops()).toEqual([document.activeElement]);
});

test('in a narrow frame the names in the list are links', () => {
  showRibbon({ widthPx: 400 });
  const [first] = screen.getAllByRole('link', { name: 'Spironolactone' });
  expect(first?.getAttribute('href')).toBe(SPIRONOLACTONE);
  expect(first?.parentElement?.textContent).toBe('− Spironolactone');
});

test.each([
  ['2026-10-01', ['− Spironolactone', '+ Spironolactone 25 mg/day']],
  ['2026-11-20', ['− Spironolactone']],
])('what changed in the medication since %s names each drug as a link', (since, texts) => {
  const changes = recentMedicationChanges(courses, Date.parse(since), 'America/Chicago');
  render(
    <ul>
      <MedicationChangeCell changes={changes} statusText="" isListIncomplete={false} rows={1} />
    </ul>,
  );
  const links = screen.getAllByRole('link', { name: 'Spironolactone' });
  expect(links.map((link) => link.parentElement?.textContent)).toEqual(texts);
  expect(new Set(links.map((link) => link.getAttribute('href')))).toEqual(new Set([SPIRONOLACTONE]));
});
