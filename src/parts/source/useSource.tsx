import { Suspense, useCallback, useState, type ReactNode } from 'react';
import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { lazyPart } from '../../ui/loading/lazyScreen.ts';
import type { OpenedSession } from '../openRecord/openedSession.ts';

const load = async () => (await import('./SourceDrawer.tsx')).SourceDrawer;
const Drawer = lazyPart(load, () => (
  <p role="alert">The source of a result could not be loaded. Reload the page.</p>
));

/** Fetched before somebody asks; what fails is said when somebody does. */
export const warmSource = (): void => void load().catch(() => undefined);

/**
 * The source of one result, over whatever screen asked for it. The id lives in memory alone: it is of the patient's record,
 * so it has no place in an address, a storage or a log.
 */
export function useSource(
  { session, source }: OpenedSession,
  patient: PatientIdentity | undefined,
  timeZone: string,
) {
  const [id, onOpenSource] = useState<string>();
  const onClose = useCallback(() => onOpenSource(undefined), []);
  const drawer: ReactNode = id !== undefined && (
    <Suspense>
      <Drawer {...{ id, source, patient, timeZone, onClose }} siteLabel={session.site.label} />
    </Suspense>
  );
  return { onOpenSource, drawer };
}
