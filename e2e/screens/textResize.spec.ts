import config from '../../playwright.config.ts';
import { expectEveryScreenReadable } from '../support/screenReadability.ts';
import { test } from '../support/test.ts';

const { launchOptions } = config.projects?.find(({ name }) => name === 'pages')?.use ?? {};

// The browser setting is used, so that media queries in rem see it too.
test.use({
  launchOptions: {
    ...launchOptions,
    args: [...(launchOptions?.args ?? []), '--blink-settings=defaultFontSize=32'],
  },
});

test('WCAG 1.4.4: with letters of twice the size every screen is read without a sideways scroll and with nothing cut in silence', async ({
  page,
}) => expectEveryScreenReadable(page, 32));
