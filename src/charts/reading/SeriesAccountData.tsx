import type { Account } from '../../clinical/series/account.ts';
import { VisuallyHidden } from '../../ui/VisuallyHidden.tsx';
import { chartReadingTexts } from './reading.messages.ts';

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
        {chartReadingTexts('account', {
          received: String(received),
          drawn: String(drawn),
          listed: String(listed),
          withdrawn: String(withdrawn),
          excluded: String(excluded),
          duplicate: String(duplicate),
        })}
      </VisuallyHidden>
    </div>
  );
}
