import { errorText } from '../../smart/errors/errorText.ts';
import { errorDetails } from '../../smart/errors/launchErrorText.ts';
import type { LaunchError } from '../../smart/errors/LaunchError.ts';
import type { Site } from '../../smart/site/site.ts';
import { Button } from '../../ui/Button.tsx';
import { inspectorTexts } from './inspector.messages.ts';
import type { SiteInspection } from './inspection.ts';
import { FactTable, FindingTable } from './InspectorTables.tsx';
import styles from './Inspector.module.css';

type InspectorSiteProps = {
  readonly inspection: SiteInspection;
  readonly isChecking: boolean;
  readonly onCheck: (site: Site, iss: string) => void;
};

/** Shows for one health system what its server says about signing in, and what has to be registered there. */
export function InspectorSite({
  inspection: { site, iss, discovery, registration },
  isChecking,
  onCheck,
}: InspectorSiteProps) {
  const id = `site-${site.id}`;
  if (site.open === true)
    return (
      <section aria-labelledby={id} data-site={site.id}>
        <h2 id={id}>{site.label}</h2>
        <FactTable caption={inspectorTexts('openServer')} facts={registration} />
      </section>
    );
  return (
    <section aria-labelledby={id} data-site={site.id}>
      <h2 id={id}>{site.label}</h2>
      {iss === undefined ? (
        <p className={styles.note}>{inspectorTexts('issuerOfLaunch')}</p>
      ) : (
        <>
          <Button disabled={isChecking} onClick={() => onCheck(site, iss)}>
            {inspectorTexts(discovery ? 'checkAgain' : 'check')}
          </Button>
          <output className={styles.checkResult}>
            {isChecking
              ? inspectorTexts('checking')
              : discovery && <Verdict error={discovery.error} findings={discovery.findings} />}
          </output>
        </>
      )}
      {discovery && discovery.findings.length > 0 && (
        <FindingTable caption={inspectorTexts('settings')} findings={discovery.findings} />
      )}
      <FactTable caption={inspectorTexts('toRegister')} facts={registration} />
    </section>
  );
}

type VerdictProps = {
  readonly error: LaunchError | undefined;
  readonly findings: readonly { readonly state: string }[];
};

function Verdict({ error, findings }: VerdictProps) {
  if (error !== undefined)
    return (
      <span className={styles.verdict} data-error={error.code}>
        <b>{inspectorTexts('launchStops', { heading: errorText(error).heading })}</b>
        {errorDetails(error).map((detail) => (
          <span key={detail}>{detail}</span>
        ))}
      </span>
    );
  const count = (state: string): string =>
    String(findings.filter((finding) => finding.state === state).length);
  return (
    <span className={styles.verdict}>
      {inspectorTexts('launchGoesOn', {
        wrong: count('wrong'),
        missing: count('missing'),
        odd: count('odd'),
      })}
    </span>
  );
}
