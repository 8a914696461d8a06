import { useEffect, useRef, useState } from 'react';
import type { Site } from '../../smart/site/site.ts';
import { Button } from '../../ui/Button.tsx';
import { COPIED, copyText } from '../../ui/clipboard/clipboard.ts';
import type { Inspection } from './inspection.ts';
import { InspectorRequests } from './InspectorRequests.tsx';
import { InspectorSite } from './InspectorSite.tsx';
import { FactTable, ScopeTable } from './InspectorTables.tsx';
import type { OpenedSession } from '../../parts/openRecord/openedSession.ts';
import { supportReport } from './supportReport.ts';
import { useInspection } from './useInspection.ts';
import styles from './Inspector.module.css';

type InspectorProps = { readonly sites: readonly Site[]; readonly opened?: OpenedSession };

function leaveOnEscape(event: KeyboardEvent) {
  if (event.key === 'Escape' && !event.defaultPrevented) location.hash = '';
}

/** Where the empty fragment leads; an error stays what the page shows until somebody acts on it. */
function backWords(opened: OpenedSession | undefined): string {
  if (opened !== undefined) return '‹ Overview';
  return ['error', 'ended'].includes(document.documentElement.dataset['state'] ?? '')
    ? '‹ Back'
    : '‹ Start page';
}

/** For whoever connects Longview to a health system: how launch, session and requests went, and what must be registered. */
export function Inspector({ sites, opened }: InspectorProps) {
  const { inspection, reading, check } = useInspection(sites, opened);
  const { session, requests } = inspection;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    addEventListener('keydown', leaveOnEscape);
    return () => removeEventListener('keydown', leaveOnEscape);
  }, []);
  return (
    <main className={styles.inspector}>
      <div className={styles.bar}>
        {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid -- the empty fragment is where one came from */}
        <a className={styles.back} href="#">
          {backWords(opened)}
        </a>
        <h1 ref={heading} tabIndex={-1}>
          Launch inspector
        </h1>
      </div>
      <CopyReport inspection={inspection} />
      {session && (
        <section aria-labelledby="session">
          <h2 id="session">Session</h2>
          <FactTable caption="Launch, token and context" facts={session.facts} />
          <ScopeTable scopes={session.scopes} />
        </section>
      )}
      {requests && <InspectorRequests requests={requests} />}
      {inspection.sites.map((site) => (
        <InspectorSite
          key={site.site.id}
          of={site}
          isReading={reading.includes(site.site.id)}
          onCheck={check}
        />
      ))}
      <section aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        <FactTable caption="Longview and this browser" facts={inspection.browser} />
      </section>
    </main>
  );
}

function CopyReport({ inspection }: { readonly inspection: Inspection }) {
  const [said, setSaid] = useState('');
  const [refused, setRefused] = useState<string>();
  const copy = async (): Promise<void> => {
    const report = supportReport(inspection);
    const words = await copyText(report);
    setSaid(words);
    setRefused(words === COPIED ? undefined : report);
  };
  return (
    <div className={styles.copy}>
      <p>
        Everything on this page may be mailed: it holds no token, no identifier, no name and no value of a
        patient.
      </p>
      <Button variant="primary" onClick={() => void copy()}>
        Copy support report
      </Button>
      <output>{said}</output>
      {refused !== undefined && (
        <textarea
          aria-label="Support report"
          readOnly
          rows={12}
          value={refused}
          onFocus={(event) => event.target.select()}
        />
      )}
    </div>
  );
}
