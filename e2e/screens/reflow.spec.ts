import { expectEveryScreenReadable } from '../support/screenReadability.ts';
import { test } from '../support/test.ts';

// A window of 1280 pixels at 400 % has 320 CSS pixels.
test.use({ viewport: { width: 320, height: 640 } });

test('WCAG 1.4.10: at 400 % every screen is read without a sideways scroll and with nothing cut in silence', async ({
  page,
}) => expectEveryScreenReadable(page, 16));
