import { expect, test as base } from '@playwright/test';

/**
 * Fails the test if a page violates a policy, its own or the sandbox's. The listener is in every frame before
 * any script.
 */
export const testWithPolicy = base.extend<{ breaches: string[] }>({
  breaches: [
    async ({ context }, use) => {
      const breaches: string[] = [];
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
      await use(breaches);
      expect(breaches).toEqual([]);
    },
    { auto: true },
  ],
});
