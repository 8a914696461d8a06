import { Suspense, useCallback, useState } from 'react';
import { lazyPart } from '../../ui/loading/lazyScreen.ts';
import { sourceLoadingTexts } from './sourceLoading.messages.ts';

const load = async () => (await import('./SourceDrawer.tsx')).SourceDrawer;
const Drawer = lazyPart(load, () => <p role="alert">{sourceLoadingTexts('notLoaded')}</p>);

/** Fetches the drawer before somebody opens it. A failure is shown when somebody does. */
export const preloadSourceDrawer = (): void => void load().catch(() => undefined);

/**
 * Shows the source of one result beside any screen. The id belongs to the patient's record, so it stays in
 * memory: it has no place in an address, a storage or a log.
 */
export function useSourceDrawer() {
  const [id, openSource] = useState<string>();
  const onClose = useCallback(() => openSource(undefined), []);
  /** A choice on the screen takes the open drawer along, so that row, point and drawer are about one result. */
  const followSource = useCallback(
    (ids: readonly string[]) =>
      openSource((open) => (open === undefined || ids.includes(open) ? open : ids[0])),
    [],
  );
  const drawer = id !== undefined && (
    <Suspense>
      <Drawer id={id} onClose={onClose} />
    </Suspense>
  );
  return { openSource, followSource, drawer };
}
