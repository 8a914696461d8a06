import { useState } from 'react';
import { endReasonText } from '../../smart/errors/endReasonText.ts';
import { errorText } from '../../smart/errors/errorText.ts';
import { errorDetails, type ErrorAction } from '../../smart/errors/launchErrorText.ts';
import type { LaunchError } from '../../smart/errors/LaunchError.ts';
import type { Site } from '../../smart/site/site.ts';
import { Button } from '../../ui/Button.tsx';
import { FullPageMessage } from '../../ui/FullPageMessage.tsx';
import { copyText } from '../../ui/clipboard/clipboard.ts';
import { plainLine } from '../../clinical/fhirElements/plainLine.ts';
import { INSPECT } from '../../parts/navigation/urlFragment.ts';
import { entryTexts } from './entry.messages.ts';
import { isOpenToPatients } from './start/careList.ts';
import { startTexts } from './start/start.messages.ts';

/** A patient whose sign-in ended like this may have picked the wrong place. */
const AFTER_A_CHOICE: readonly string[] = ['E03', 'E04', 'E05', 'E06', 'E10', 'E11'];

type ErrorScreenProps = {
  readonly error: LaunchError;
  readonly sites?: readonly Site[];
  readonly onStart: () => void;
  readonly onSignIn: (site: Site, iss?: string) => void;
};

/**
 * Tells a reader why a launch failed or a session ended, and what to do. It has one button, a link to the
 * inspector for engineers, and details that unfold.
 */
export function ErrorScreen({ error, sites = [], onStart, onSignIn }: ErrorScreenProps) {
  const [copied, setCopied] = useState('');
  const { heading, text, action } = errorText(error, endReasonText(error));
  const lines = errorDetails(error).map(plainLine);
  const { site, iss } = error;
  const wasChosen = site !== undefined && error.kind !== 'ehr' && AFTER_A_CHOICE.includes(error.code);
  const canChooseAnother = wasChosen && action?.kind !== 'start' && sites.filter(isOpenToPatients).length > 1;
  const acts: Record<ErrorAction['kind'], () => void> = {
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
  };
  const copy = async () => setCopied(await copyText(lines.join('\n')));
  return (
    <FullPageMessage
      title={heading}
      errorCode={error.code}
      isWrongPatient={error.code === 'E12'}
      notice={error.code === 'E12' ? 'wrong-patient' : undefined}
      actions={
        <>
          {action && (
            <Button variant="primary" onClick={acts[action.kind]}>
              {action.label}
            </Button>
          )}
          {canChooseAnother && <Button onClick={onStart}>{startTexts('chooseAnother')}</Button>}
          <a href={INSPECT}>{entryTexts('launchInspector')}</a>
        </>
      }
      details={
        <>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
          <Button onClick={() => void copy()}>{entryTexts('copyDetails')}</Button> <output>{copied}</output>
        </>
      }
    >
      <p>{text}</p>
      {site?.contact && <p>{site.contact}</p>}
    </FullPageMessage>
  );
}
