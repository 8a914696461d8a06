import { useLayoutEffect, useState } from 'react';
import type { Site } from '../../smart/site/site.ts';
import { Button } from '../../ui/Button.tsx';
import { TextToCopy } from '../../ui/clipboard/TextToCopy.tsx';
import { COPIED, copyText } from '../../ui/clipboard/clipboard.ts';
import { useFirstFocus } from '../../ui/useFirstFocus.ts';
import { inspectorTexts } from './inspector.messages.ts';
import type { Inspection } from './inspection.ts';
import { InspectorRequests } from './InspectorRequests.tsx';
import { InspectorSite } from './InspectorSite.tsx';
import { FactTable, ScopeTable } from './InspectorTables.tsx';
import type { OpenedSession } from '../../parts/openRecord/openedSession.ts';
import { supportReport } from './supportReport.ts';
import { useInspection } from './useInspection.ts';
import styles from './Inspector.module.css';

type InspectorProps = { readonly sites: readonly Site[]; readonly opened?: OpenedSession };

function closeOnEscape(event: KeyboardEvent) {
  if (event.key === 'Escape' && !event.defaultPrevented) location.hash = '';
}

/** Names the page behind the empty fragment. After an error that is the page of the error, until the reader acts on it. */
function backLinkText(opened: OpenedSession | undefined): string {
  if (opened !== undefined) return inspectorTexts('backToOverview');
  const isOverError = ['error', 'ended'].includes(document.documentElement.dataset['state'] ?? '');
  return inspectorTexts(isOverError ? 'back' : 'backToStart');
}

/** Shows those who connect Longview to a health system how launch, session and requests went, and what to register. */
export function Inspector({ sites, opened }: InspectorProps) {
  const { inspection, checkingSiteIds, check } = useInspection(sites, opened);
  const { session, requests } = inspection;
  const heading = useFirstFocus();
  useLayoutEffect(() => {
    addEventListener('keydown', closeOnEscape);
    return () => removeEventListener('keydown', closeOnEscape);
  }, []);
  return (
    <main className={styles.inspector}>
      <div className={styles.bar}>
        {/* oxlint-disable-next-line jsx-a11y/anchor-is-valid -- the empty fragment is the page before */}
        <a className={styles.back} href="#">
          {backLinkText(opened)}
        </a>
        <h1 ref={heading} tabIndex={-1}>
          {inspectorTexts('title')}
        </h1>
      </div>
      <CopyReport inspection={inspection} />
      {session && (
        <section aria-labelledby="session">
          <h2 id="session">{inspectorTexts('session')}</h2>
          <FactTable caption={inspectorTexts('sessionFacts')} facts={session.facts} />
          <ScopeTable scopes={session.scopes} />
        </section>
      )}
      {requests && <InspectorRequests requests={requests} />}
      {inspection.sites.map((siteInspection) => (
        <InspectorSite
          key={siteInspection.site.id}
          inspection={siteInspection}
          isChecking={checkingSiteIds.includes(siteInspection.site.id)}
          onCheck={check}
        />
      ))}
      <section aria-labelledby="versions">
        <h2 id="versions">{inspectorTexts('versions')}</h2>
        <FactTable caption={inspectorTexts('browserFacts')} facts={inspection.browser} />
        <FactTable caption={inspectorTexts('hostFacts')} facts={inspection.host} />
      </section>
    </main>
  );
}

function CopyReport({ inspection }: { readonly inspection: Inspection }) {
  const [announcement, setAnnouncement] = useState('');
  const [uncopiedReport, setUncopiedReport] = useState<string>();
  const copy = async (): Promise<void> => {
    const report = supportReport(inspection);
    const outcomeText = await copyText(report);
    setAnnouncement(outcomeText);
    setUncopiedReport(outcomeText === COPIED ? undefined : report);
  };
  return (
    <div className={styles.copy}>
      <p>{inspectorTexts('mayBeMailed')}</p>
      <Button variant="primary" onClick={() => void copy()}>
        {inspectorTexts('copyReport')}
      </Button>
      <output>{announcement}</output>
      {uncopiedReport !== undefined && (
        <TextToCopy
          aria-label={inspectorTexts('report')}
          rows={12}
          value={uncopiedReport}
          onFocus={(event) => event.target.select()}
        />
      )}
    </div>
  );
}
