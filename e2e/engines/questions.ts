import { expect } from '@playwright/test';
import {
  highestLactate,
  kidneyFunction,
  newAndAbnormal,
  potassiumRise,
  startLabel,
} from '../support/clinicianTasks.ts';
import { formatDay, formatTime } from '../support/formatTime.ts';
import { drugOf } from '../support/rawEvents.ts';
import { byRole, bySelector, type Reader, type Target } from './reader.ts';

/** A clinician asks these questions (e2e/screens/clinicianTasks.spec.ts), and their answers come from the raw resources. */

/** Shows the overview, where each question begins. */
export async function showOverview(reader: Reader): Promise<void> {
  await reader.run(() => {
    location.hash = '';
  });
  await reader.see({ ...byRole('region', 'What changed'), texts: ['Spironolactone'] });
}

/** Clicks on a symbol of a chart: the n-th of so many from the left, or the highest. */
async function clickSymbol(
  reader: Reader,
  chart: Target,
  wanted: { readonly at: number; readonly of: number } | 'highest',
): Promise<void> {
  // The chart stands still when two looks find the same places.
  const places = async () => {
    const marks = await reader.seen({ selector: 'svg [data-mark]', inside: chart });
    const middles = marks.map((mark) => [mark.xPx + mark.widthPx / 2, mark.yPx + mark.heightPx / 2] as const);
    return wanted === 'highest'
      ? middles.toSorted(([, a], [, b]) => a - b)
      : middles.toSorted(([a], [b]) => a - b);
  };
  let now = await places();
  await expect
    .poll(async () => {
      const before = now;
      now = await places();
      return now.length > 0 && JSON.stringify(before) === JSON.stringify(now);
    })
    .toBe(true);
  if (wanted !== 'highest') expect(now).toHaveLength(wanted.of);
  const place = now[wanted === 'highest' ? 0 : wanted.at]!;
  await reader.engine.clickAt(...place);
}

async function potassium(reader: Reader): Promise<void> {
  const { list, before, first, begun } = await potassiumRise();
  await reader.click(byRole('link', 'Compare'));
  const strip = byRole('region', /^Potassium/);
  const of = Number((await reader.see(strip)).data['count']);
  await clickSymbol(reader, strip, { at: list.slice(-of).indexOf(first), of });
  const texts = [
    `${first.text} mmol/L`,
    formatTime(first.time),
    `was ${before.text} mmol/L, ${formatTime(before.time)}`,
  ];
  await reader.see({ ...strip, texts });
  await reader.see({
    ...byRole('listitem', undefined, drugOf(begun), /since .+ \(day \d+\)/),
    inside: byRole('region', 'Events'),
  });
  await reader.see(byRole('button', startLabel(begun)));
}

async function kidneyByOneFormula(reader: Reader): Promise<void> {
  const { now, aYearAgo, formula, list } = await kidneyFunction();
  await reader.click(bySelector('main [data-series="egfr"]'));
  await reader.see(byRole('table', /^eGFR/));
  const chart = bySelector('figure', /^eGFR/);
  const of = Number((await reader.see(chart)).data['count']);
  for (const point of [now, aYearAgo]) {
    await clickSymbol(reader, chart, { at: list.slice(-of).indexOf(point), of });
    const reading = await reader.see(
      bySelector('[data-reading]', point.text, formatTime(point.time), formula),
    );
    expect(reading.isInView).toBe(true);
  }
}

async function newSinceTheVisit(reader: Reader): Promise<void> {
  const { visit, cells } = await newAndAbnormal();
  await reader.engine.press('g', 'r');
  await reader.see(byRole('grid'));
  await reader.engine.press('f');
  await expect.poll(async () => (await reader.see(byRole('checkbox', 'Abnormal'))).isChecked).toBe(true);
  await reader.choose(byRole('combobox', 'New since'), `last visit, ${formatDay(visit)}`);
  await reader.see(bySelector('main *', `${cells.length} abnormal results since ${formatDay(visit)}`));
  const results = bySelector('[role="gridcell"]:not([aria-label="no result"])');
  await reader.count(results, cells.length);
  const shown = await reader.seen(results);
  const told = shown.map(
    ({ name }) => cells.find((cell) => name.replace(/^\D+ /, '').startsWith(cell)) ?? name,
  );
  expect(told.toSorted()).toEqual(cells.toSorted());
}

/** Prints by keyboard. A test cannot open the browser's dialog, so the page notes the call. */
async function print(reader: Reader): Promise<void> {
  await reader.run(() => {
    globalThis.print = () => document.documentElement.setAttribute('data-printed', '');
  });
  await reader.engine.press('p');
  await reader.see(byRole('button', 'Print'));
  await reader.engine.press('p');
  await reader.see(bySelector('html[data-printed]'));
  await reader.see(bySelector('main li[data-series="k"]', '5.8 mmol/L'));
}

export async function kidneyQuestions(reader: Reader): Promise<void> {
  for (const question of [potassium, kidneyByOneFormula, newSinceTheVisit, print]) {
    await showOverview(reader);
    await question(reader);
  }
}

export async function lactateQuestion(reader: Reader): Promise<void> {
  const { highest, all } = await highestLactate();
  await reader.click(bySelector('main [data-series="lactate"]'));
  const chart = bySelector('figure', /^Lactate/);
  await reader.count({ selector: '[data-mark]', inside: chart }, all);
  await clickSymbol(reader, chart, 'highest');
  await reader.see(bySelector('[data-reading]', highest.text, formatTime(highest.time)));
  await reader.see(bySelector('tr[aria-selected="true"]', formatTime(highest.time)));
}
