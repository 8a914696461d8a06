import { errorText } from '../../smart/errors/errorText.ts';
import { errorDetails } from '../../smart/errors/launchErrorText.ts';
import type { LaunchError } from '../../smart/errors/LaunchError.ts';
import type { Site } from '../../smart/site/site.ts';
import { Button } from '../../ui/Button.tsx';
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
  return (
    <section aria-labelledby={id} data-site={site.id}>
      <h2 id={id}>{site.label}</h2>
      {iss === undefined ? (
        <p className={styles.note}>
          The sign-in settings of this site depend on the issuer of a launch: they can be checked while a
          session is open.
        </p>
      ) : (
        <>
          <Button disabled={isChecking} onClick={() => onCheck(site, iss)}>
            {discovery ? 'Check sign-in settings again' : 'Check sign-in settings'}
          </Button>
          <output className={styles.checkResult}>
            {isChecking
              ? 'Reading …'
              : discovery && <Verdict error={discovery.error} findings={discovery.findings} />}
          </output>
        </>
      )}
      {discovery && discovery.findings.length > 0 && (
        <FindingTable
          caption="Sign-in settings (.well-known/smart-configuration)"
          findings={discovery.findings}
        />
      )}
      <FactTable caption="To register at this health system" facts={registration} />
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
        <b>A launch would stop here. {errorText(error).heading}.</b>
        {errorDetails(error).map((detail) => (
          <span key={detail}>{detail}</span>
        ))}
      </span>
    );
  const count = (state: string): number => findings.filter((finding) => finding.state === state).length;
  return (
    <span className={styles.verdict}>
      A launch can go on with these settings: {count('wrong')} wrong, {count('missing')} missing,{' '}
      {count('odd')} odd.
    </span>
  );
}
