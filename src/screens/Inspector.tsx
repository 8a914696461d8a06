import type { Site } from '../smart/site.ts';
import type { OpenedSession } from './sessionParts.tsx';

type InspectorProps = { readonly sites: readonly Site[]; readonly opened?: OpenedSession };

export function Inspector({ sites, opened }: InspectorProps) {
  return (
    <main>
      {sites.length} {opened?.requests.length}
    </main>
  );
}
