import { formatTime } from '../support/formatTime.ts';
import { openInTab } from '../support/launching.ts';
import { rawObservations } from '../support/rawObservations.ts';
import { setFragment, showAllResults } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';

// These tests hold rule 45 on devices with other separators, digits and calendars
// (docs/decisions/0028-dates-and-numbers-have-one-form.md). The times are those of the site, wherever the
// device is.

const DEVICES = { 'de-DE': 'Europe/Berlin', 'ar-EG': 'Africa/Cairo', 'th-TH': 'Asia/Bangkok' } as const;

/** This matches a date in digits such as 04/05/2026, 2026-05-04 or 4.5.26. */
const ALL_DIGITS = /\b\d{1,4}([/.-])\d{1,2}\1\d{2,4}\b/;

for (const [locale, timezoneId] of Object.entries(DEVICES)) {
  test.describe(locale, () => {
    test.use({ locale, timezoneId });

    test('rule 45: dates and numbers are read in one way on every device', async ({ page }) => {
      const observations = (await rawObservations('kidney')).filter(
        ({ code, status }) =>
          status.trim() !== 'entered-in-error' && code.coding?.some((coding) => coding.code === '2823-3'),
      );
      await openInTab(page, 'kidney');
      expect(await page.evaluate(() => navigator.language), 'the device').toBe(locale);
      await expect(page.locator('html')).toHaveAttribute('lang', 'en');
      await showAllResults(page);
      for (const fragment of [
        '#',
        '#series=k&window=all',
        '#compare=k,creat',
        '#timeline',
        '#results',
        '#print',
      ]) {
        await setFragment(page, fragment);
        await expect(page.locator('main').first()).toContainText(/\d{1,2} [A-Z][a-z]{2} \d{4}/);
        const text = await page.locator('body').innerText();
        expect(text, `${fragment}: a month is a word`).not.toMatch(ALL_DIGITS);
        expect(text, `${fragment}: one kind of digits`).not.toMatch(
          /[\u0660-\u0669\u06f0-\u06f9\u0e50-\u0e59]/,
        );
        expect(text, `${fragment}: a clock of 24 hours`).not.toMatch(/\d:\d\d\s?[AP]M/i);
      }
      await setFragment(page, '#series=k&window=all');
      const times = page.locator('[data-twin] tbody td:first-child');
      await expect(times).toHaveCount(observations.length);
      expect(new Set(await times.allInnerTexts())).toEqual(
        new Set(observations.map(({ effectiveDateTime }) => formatTime(effectiveDateTime))),
      );
    });
  });
}
