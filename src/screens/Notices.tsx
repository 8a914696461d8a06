import { Suspense } from 'react';
import { lazyPart } from './lazyScreen.ts';
import type { RecordNoticesProps } from './RecordNotices.tsx';
import { isStale } from './recordWords.ts';

const Words = lazyPart(
  async () => (await import('./RecordNotices.tsx')).RecordNotices,
  () => (
    <p role="alert" data-notice="incomplete">
      {navigator.onLine
        ? 'Results may be missing or left out. Reload the page to see why.'
        : 'No connection. Waiting…'}
    </p>
  ),
);

/** Most records have nothing to say here, and few before their last page: the words are fetched when they are needed. */
export function Notices(props: RecordNoticesProps) {
  const { record, nowMs } = props;
  if (!record) return null;
  const { refresh, changed } = record;
  const hasNews = refresh !== undefined || (changed?.corrected ?? 0) + (changed?.withdrawn ?? 0) > 0;
  const hasWords =
    hasNews || record.excluded.length > 0 || record.waitUntilMs !== undefined || isStale(record, nowMs);
  if (!hasWords && (!record.ended || record.complete)) return null;
  return (
    <Suspense>
      <Words {...props} />
    </Suspense>
  );
}
