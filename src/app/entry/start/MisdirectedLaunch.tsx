import { errorTexts } from '../../../smart/errors/error.messages.ts';

/**
 * Tells an engineer who registered this page as the launch URL what to register; nothing else is done with the launch, since only
 * `launch.html` takes one (client-rules.md row 29). `boot.ts` has cleaned the address, which the browser remembers as it came.
 */
export function MisdirectedLaunch() {
  const address = performance.getEntriesByType('navigation')[0]?.name ?? '';
  if (!URL.canParse(address) || !new URL(address).searchParams.has('launch')) return null;
  return (
    <p>
      {errorTexts('wrongPage')}. {errorTexts('launchUrlToRegister')}:{' '}
      {new URL('launch.html', location.href).href}
    </p>
  );
}
