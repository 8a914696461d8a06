import { openInTab } from '../support/launching.ts';
import { setFragment } from '../support/recordScreens.ts';
import { expect, test } from '../support/test.ts';
import { keptTranscript, sentencesIn, transcriptOf } from '../support/transcript.ts';

// Whoever changes what a screen reader says reads the whole transcript: UPDATE_TRANSCRIPTS=1 npx playwright test transcript

test('the overview, one result and the grid are read aloud as somebody reviewed them, a sentence a stop at most', async ({
  page,
}) => {
  await openInTab(page, 'kidney');
  const screens = [
    ['overview', ''],
    ['detail', '#series=k'],
    ['grid', '#results'],
  ] as const;
  for (const [name, fragment] of screens) {
    await test.step(name, async () => {
      if (fragment !== '') await setFragment(page, fragment);
      await expect(page.locator('main[aria-busy="true"]')).toHaveCount(0);
      await expect(page.getByRole('button', { name: 'Menu' })).toBeEnabled();
      if (name === 'detail') await expect(page.getByRole('region', { name: 'Events' })).toBeVisible();
      // The columns around those that are seen come after the paint.
      if (name === 'grid')
        await expect(page.getByRole('columnheader', { name: /11 Feb 2023/ })).toBeAttached();
      const stops = await transcriptOf(page);
      // A paragraph is read sentence by sentence. Everything that takes the focus or names a part is read in one go.
      expect(stops.filter((stop) => !/^(?:paragraph|text)\b/.test(stop) && sentencesIn(stop) > 1)).toEqual(
        [],
      );
      expect(stops).toEqual(keptTranscript(name, stops));
    });
  }
});
