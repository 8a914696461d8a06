import { useState, type ReactNode } from 'react';
import { endReasonText } from '../../smart/errors/endReasonText.ts';
import { errorText } from '../../smart/errors/errorText.ts';
import { isReadByPatient, patientErrorText } from '../../smart/errors/patientErrorText.ts';
import type { Audience } from '../../smart/authorization/audience.ts';
import { errorDetails, type ErrorAction } from '../../smart/errors/launchErrorText.ts';
import type { LaunchError } from '../../smart/errors/LaunchError.ts';
import { shownFacts } from '../../smart/inspection/shownScope.ts';
import type { Site } from '../../smart/site/site.ts';
import { Button } from '../../ui/Button.tsx';
import { FullPageMessage } from '../../ui/FullPageMessage.tsx';
import { copyText } from '../../ui/clipboard/clipboard.ts';
import { plainLine } from '../../clinical/fhirElements/plainLine.ts';
import { LanguageSwitch } from '../../parts/language/LanguageSwitch.tsx';
import { INSPECTOR_FRAGMENT } from '../../parts/navigation/urlFragment.ts';
import { entryTexts } from './entry.messages.ts';
import { isReadByPatients } from './errorReader.ts';
import { isOpenToPatients } from './start/careList.ts';
import { startTexts } from './start/start.messages.ts';

/** A patient whose sign-in ended like this may have picked the wrong place. */
const AFTER_A_CHOICE: readonly string[] = ['E03', 'E04', 'E05', 'E06', 'E10', 'E11'];

type ErrorScreenProps = {
  readonly error: LaunchError;
  /** The session showed the screens of this audience; undefined where there was no session. */
  readonly audience?: Audience | undefined;
  readonly sites?: readonly Site[];
  /** This is the address of the app, where the screen stands on another page of it. */
  readonly page?: string;
  readonly onStart: () => void;
  readonly onSignIn: (site: Site, iss?: string) => void;
};

const readerOf = (error: LaunchError, sites: readonly Site[]): Audience =>
  // In the frame of an EHR sits a clinician, whoever else launches at the same site.
  isReadByPatient(error, sites) && (error.kind !== 'ehr' || isReadByPatients(error, undefined))
    ? 'patient'
    : 'clinician';

const wordsFor = (error: LaunchError, audience: Audience) => {
  const isForPatient = audience === 'patient';
  const words = isForPatient ? patientErrorText : errorText;
  return { isForPatient, ...words(error, endReasonText(error)) };
};

/** After a chart that was only closed, or left by who signed out, no other patient is shown. */
const isAboutAnother = ({ code, facts }: LaunchError): boolean =>
  code === 'E12' && !['closedChart', 'signedOut'].includes(facts['reason'] ?? '');

/** Returns whether a patient may have picked the wrong place, and has another one to pick. */
const canChooseAnother = ({ site, kind, code }: LaunchError, sites: readonly Site[]): boolean =>
  site !== undefined &&
  kind !== 'ehr' &&
  AFTER_A_CHOICE.includes(code) &&
  sites.filter(isOpenToPatients).length > 1;

type Acts = Readonly<Record<ErrorAction['kind'], () => void>>;

const actsOf = ({ site, iss }: LaunchError, { onStart, onSignIn }: ErrorScreenProps): Acts => ({
  retry: () => location.reload(),
  signIn: () => (site ? onSignIn(site, iss) : onStart()),
  start: onStart,
  newWindow: onStart,
  // The sign-in of this frame stays unused, so the tab begins at the start page.
  ownTab: () => void window.open(location.pathname, '_blank', 'noopener'),
  close: () => {
    // The browser closes only a window that a script opened. Any other one shows the start page.
    window.close();
    onStart();
  },
});

/**
 * Tells a reader why a launch failed or a session ended, and what to do. It has one button, a link to the
 * inspector for engineers, and details that unfold. A patient finds what is for staff behind the fold, and the other
 * language beside the button.
 */
export function ErrorScreen(props: ErrorScreenProps) {
  const { error, audience, sites = [], page, onStart } = props;
  const { isForPatient, heading, text, action } = wordsFor(error, audience ?? readerOf(error, sites));
  const acts = actsOf(error, props);
  const inspector = <InspectorLink page={page} />;
  return (
    <FullPageMessage
      title={heading}
      errorCode={error.code}
      {...(isAboutAnother(error) && { isWrongPatient: true, notice: 'wrong-patient' })}
      actions={
        <>
          {action && (
            <Button variant="primary" onClick={acts[action.kind]}>
              {action.label}
            </Button>
          )}
          {action?.kind !== 'start' && canChooseAnother(error, sites) && (
            <Button onClick={onStart}>{startTexts('chooseAnother')}</Button>
          )}
          {!isForPatient && inspector}
          {isReadByPatients(error, audience) && <LanguageSwitch />}
        </>
      }
      details={
        <ErrorDetails error={error}>
          {isForPatient && <ForStaff site={error.site} inspector={inspector} />}
        </ErrorDetails>
      }
    >
      <p>{text}</p>
      {!isForPatient && <Contact site={error.site} />}
    </FullPageMessage>
  );
}

const InspectorLink = ({ page = '' }: { readonly page: string | undefined }) => (
  <a href={`${page}${INSPECTOR_FRAGMENT}`}>{entryTexts('launchInspector')}</a>
);

const Contact = ({ site }: { readonly site: Site | undefined }) => site?.contact && <p>{site.contact}</p>;

type ForStaffProps = { readonly site: Site | undefined; readonly inspector: ReactNode };

const ForStaff = ({ site, inspector }: ForStaffProps) => (
  <>
    <Contact site={site} />
    <p>{inspector}</p>
  </>
);

type ErrorDetailsProps = { readonly error: LaunchError; readonly children: ReactNode };

/** Shows code, time and facts for support, to be copied, and what else is for staff. */
function ErrorDetails({ error, children }: ErrorDetailsProps) {
  const [copied, setCopied] = useState('');
  const { code, atMs, correlationId, site, iss, facts } = error;
  const shown = { code, atMs, correlationId, site, iss, facts: shownFacts(facts) };
  const lines = errorDetails(shown).map(plainLine);
  const copy = async () => setCopied(await copyText(lines.join('\n')));
  return (
    <>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      <Button onClick={() => void copy()}>{entryTexts('copyDetails')}</Button> <output>{copied}</output>
      {children}
    </>
  );
}
