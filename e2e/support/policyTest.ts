import { expect, test as base, type BrowserContext, type Page } from '@playwright/test';

const found = new WeakMap<BrowserContext, string[]>();

/** Returns the list of what violates a policy in this context, from its first test on. */
async function breachesIn(context: BrowserContext): Promise<string[]> {
  const known = found.get(context);
  if (known) return known;
  const breaches: string[] = [];
  found.set(context, breaches);
  await context.exposeBinding('policyBreached', ({ frame }, what: string) =>
    breaches.push(`${frame.url()}: ${what}`),
  );
  await context.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
      (window as unknown as { policyBreached(what: string): void }).policyBreached(
        `${effectiveDirective} ${blockedURI} ${sample}`,
      ),
    ),
  );
  context.on('console', (message) => {
    if (/security policy|trusted ?type|permissions.policy/i.test(message.text()))
      breaches.push(message.text());
  });
  return breaches;
}

/**
 * Fails the test if a page violates a policy, its own or the sandbox's. The listener is in every frame before
 * any script.
 */
export const testWithPolicy = base.extend<{ breaches: string[] }>({
  breaches: [
    async ({ context }, use) => {
      const breaches = await breachesIn(context);
      await use(breaches);
      expect(breaches).toEqual([]);
    },
    { auto: true },
  ],
});

/** Tries to make script or markup of texts in a page. Returns what became of each try. */
export const textOutcomes = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(async () => {
    // The policy does not bind code that the test runs directly, so this waits for a timeout.
    await new Promise((resolve) => setTimeout(resolve));
    const acts: Record<string, () => unknown> = {
      // oxlint-disable-next-line no-eval -- it must fail
      eval: () => eval('1'),
      // oxlint-disable-next-line typescript/no-implied-eval -- it must fail
      Function: () => new Function('return 1')(),
      innerHTML: () => (document.createElement('p').innerHTML = '<b>x</b>'),
      insertAdjacentHTML: () => document.body.insertAdjacentHTML('beforeend', '<b>x</b>'),
      createContextualFragment: () => document.createRange().createContextualFragment('<b>x</b>'),
      'script.src': () => (document.createElement('script').src = './x.js'),
      'script.text': () => (document.createElement('script').text = '1'),
      Worker: () => new Worker('./x.js'),
      'another policy': () => trustedTypes?.createPolicy('other', {}),
      'our policy again': () => trustedTypes?.createPolicy('longview', {}),
    };
    const outcome = (act: () => unknown): string => {
      try {
        act();
        return 'went through';
      } catch (error) {
        return (error as Error).name;
      }
    };
    return Object.fromEntries(Object.entries(acts).map(([name, act]) => [name, outcome(act)]));
  });

/** The policy of the header and the policy in the page both refuse every try. */
export const REFUSED_OUTCOMES: Readonly<Record<string, string>> = {
  eval: 'EvalError',
  Function: 'EvalError',
  innerHTML: 'TypeError',
  insertAdjacentHTML: 'TypeError',
  createContextualFragment: 'TypeError',
  'script.src': 'TypeError',
  'script.text': 'TypeError',
  Worker: 'TypeError',
  'another policy': 'TypeError',
  'our policy again': 'TypeError',
};
