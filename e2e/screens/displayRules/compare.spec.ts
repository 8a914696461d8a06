import type { Page } from '@playwright/test';
import { axisNumbersOf, marksOf, SIMPLE_SERIES, stripOf } from '../../support/chartDrawing.ts';
import { openInTab } from '../../support/launching.ts';
import { rawObservations, type RawObservation } from '../../support/rawObservations.ts';
import { openChartScreen } from '../../support/recordScreens.ts';
import { expect, test } from '../../support/test.ts';

// These tests hold display rule 10 on Compare: each strip has one scale, and each result stands at its own
// number.

const IDS = ['k', 'creat', 'hgb', 'a1c'] as const;
/** The middle of a symbol may be off by this much. */
const NEAR_PX = 2;

type HeldObservation = RawObservation & {
  readonly referenceRange?: readonly {
    readonly low?: { value: number };
    readonly high?: { value: number };
  }[];
};
type RangedValue = { readonly value: number; readonly range: readonly [number, number] | undefined };

/** Returns the numbers of one code with the range that was sent with each, oldest first. */
async function rangedValuesOf(loinc: string): Promise<RangedValue[]> {
  const all = (await rawObservations('kidney')) as HeldObservation[];
  return all
    .filter((one) => one.status !== 'entered-in-error' && one.code.coding?.some(({ code }) => code === loinc))
    .filter(({ valueQuantity, effectiveDateTime }) => valueQuantity?.value !== undefined && effectiveDateTime)
    .toSorted((a, b) => Date.parse(a.effectiveDateTime!) - Date.parse(b.effectiveDateTime!))
    .map(({ valueQuantity, referenceRange: [sent] = [] }) => ({
      value: valueQuantity!.value!,
      range: sent?.low && sent.high ? [sent.low.value, sent.high.value] : undefined,
    }));
}

/** Expects each symbol of a strip at the height of its number on the one scale. */
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
    await Promise.all(IDS.map(async (id) => [id, await rangedValuesOf(SIMPLE_SERIES[id])] as const)),
  ) as Record<(typeof IDS)[number], RangedValue[]>;
  await openInTab(page, 'kidney');
  await openChartScreen(page, `#compare=${IDS.join(',')}&window=all`);
  for (const id of IDS) {
    await expectOnScale(
      page,
      id,
      held[id].map(({ value }) => value),
    );
    await expect(stripOf(page, id)).toHaveAttribute('data-unit', /./);
  }

  await page.getByRole('button', { name: 'Relative' }).click();
  const ranged = IDS.filter((id) => held[id].some(({ range }) => range));
  expect(ranged.length, 'some have a range of two sides').toBeGreaterThan(1);
  for (const id of ranged) {
    await expect(
      page.getByRole('region', { name: /relative to the reference range/ }).and(stripOf(page, id)),
    ).toBeVisible();
    const places = held[id].flatMap(({ value, range }) =>
      range ? [(value - range[0]) / (range[1] - range[0])] : [],
    );
    expect(
      (await axisNumbersOf(stripOf(page, id))).map(({ value }) => value),
      id,
    ).toEqual([0, 1]);
    await expectOnScale(page, id, places);
  }
  for (const id of IDS.filter((one) => !ranged.includes(one)))
    await expectOnScale(
      page,
      id,
      held[id].map(({ value }) => value),
    );
});
