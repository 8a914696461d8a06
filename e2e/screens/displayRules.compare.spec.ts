import type { Page } from '@playwright/test';
import { axisNumbersOf, marksOf, SIMPLE_SERIES, stripOf } from '../support/chartDrawing.ts';
import { openInTab } from '../support/launching.ts';
import { rawObservations, type RawObservation } from '../support/rawObservations.ts';
import { openChartScreen } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

// Rule 10 of display, on Compare: one scale to a strip, and every result where its own number belongs on it.

const IDS = ['k', 'creat', 'hgb', 'a1c'] as const;
/** Symbols are drawn about their middle. */
const NEAR_PX = 2;

type Held = RawObservation & {
  readonly referenceRange?: readonly {
    readonly low?: { value: number };
    readonly high?: { value: number };
  }[];
};
type Drawable = { readonly value: number; readonly range: readonly [number, number] | undefined };

/** The numbers of one code with the range that was sent with each, oldest first. */
async function drawableOf(loinc: string): Promise<Drawable[]> {
  const all = (await rawObservations('kidney')) as Held[];
  return all
    .filter((one) => one.status !== 'entered-in-error' && one.code.coding?.some(({ code }) => code === loinc))
    .filter(({ valueQuantity, effectiveDateTime }) => valueQuantity?.value !== undefined && effectiveDateTime)
    .toSorted((a, b) => Date.parse(a.effectiveDateTime!) - Date.parse(b.effectiveDateTime!))
    .map(({ valueQuantity, referenceRange: [sent] = [] }) => ({
      value: valueQuantity!.value!,
      range: sent?.low && sent.high ? [sent.low.value, sent.high.value] : undefined,
    }));
}

/** Every symbol of a strip stands where its number does on the one scale beside it. */
async function expectOnScale(page: Page, id: string, numbers: readonly number[]): Promise<void> {
  const [marks, scale] = await Promise.all([marksOf(stripOf(page, id)), axisNumbersOf(stripOf(page, id))]);
  expect(marks, id).toHaveLength(numbers.length);
  const values = scale.map(({ value }) => value);
  expect(values.length, `${id}: a scale`).toBeGreaterThan(1);
  expect(values, `${id}: one scale, from the bottom to the top`).toEqual(
    [...new Set(values)].toSorted((a, b) => a - b),
  );
  const [low, high] = [scale.at(0)!, scale.at(-1)!];
  const pxPerUnit = (low.y - high.y) / (high.value - low.value);
  expect(pxPerUnit, id).toBeGreaterThan(0);
  for (const [i, { y }] of marks.entries())
    expect(
      Math.abs(low.y - (numbers[i]! - low.value) * pxPerUnit - y),
      `${id}: ${numbers[i]} of ${values.join(', ')}`,
    ).toBeLessThanOrEqual(NEAR_PX);
}

test('rule 10: on Compare each strip has one scale in its own unit, and in the relative view each result its place in the range sent with it', async ({
  page,
}) => {
  const held = Object.fromEntries(
    await Promise.all(IDS.map(async (id) => [id, await drawableOf(SIMPLE_SERIES[id])] as const)),
  ) as Record<(typeof IDS)[number], Drawable[]>;
  await openInTab(page, 'kidney');
  await openChartScreen(page, `#compare=${IDS.join(',')}&window=all`);
  for (const id of IDS) {
    // oxlint-disable-next-line no-await-in-loop -- one strip after another
    await expectOnScale(
      page,
      id,
      held[id].map(({ value }) => value),
    );
    // oxlint-disable-next-line no-await-in-loop -- see above
    await expect(stripOf(page, id)).toHaveAttribute('data-unit', /./);
  }

  await page.getByRole('button', { name: 'Relative' }).click();
  const ranged = IDS.filter((id) => held[id].some(({ range }) => range));
  expect(ranged.length, 'some have a range of two sides').toBeGreaterThan(1);
  for (const id of ranged) {
    // oxlint-disable-next-line no-await-in-loop -- one strip after another
    await expect(
      page.getByRole('region', { name: /relative to the range sent/ }).and(stripOf(page, id)),
    ).toBeVisible();
    const places = held[id].flatMap(({ value, range }) =>
      range ? [(value - range[0]) / (range[1] - range[0])] : [],
    );
    // oxlint-disable-next-line no-await-in-loop -- see above
    expect(
      (await axisNumbersOf(stripOf(page, id))).map(({ value }) => value),
      id,
    ).toEqual([0, 1]);
    // oxlint-disable-next-line no-await-in-loop -- see above
    await expectOnScale(page, id, places);
  }
  for (const id of IDS.filter((one) => !ranged.includes(one)))
    // oxlint-disable-next-line no-await-in-loop -- one strip after another
    await expectOnScale(
      page,
      id,
      held[id].map(({ value }) => value),
    );
});
