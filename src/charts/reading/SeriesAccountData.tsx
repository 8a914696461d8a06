import type { Account } from '../../clinical/series/account.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';

/** Accounts for every Observation of one series, in numbers for tests and in words for a screen reader. */
export function SeriesAccountData({ account }: { readonly account: Account }) {
  const { received, drawn, listed, withdrawn, excluded, duplicate } = account;
  return (
    <div
      data-accounting=""
      data-received={received}
      data-drawn={drawn}
      data-listed={listed}
      data-withdrawn={withdrawn}
      data-excluded={excluded}
      data-duplicate={duplicate}
    >
      <VisuallyHidden>
        {received} received: {drawn} drawn, {listed} listed, {withdrawn} withdrawn, {excluded} excluded,{' '}
        {duplicate} older versions.
      </VisuallyHidden>
    </div>
  );
}
