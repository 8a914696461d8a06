import { useState, type ReactNode } from 'react';
import type { SourceAnswer } from '../../record/source/sourceReading.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { copyText } from '../../ui/clipboard/clipboard.ts';
import { sourceFailureText, isRetryUseful, REFUSAL_TEXT } from './sourceText.ts';
import { SourceVersions } from './SourceVersions.tsx';
import { SourceView } from './SourceView.tsx';
import styles from './Source.module.css';
import { useSite } from '../openRecord/openRecordContexts.ts';
import { sourceDrawerTexts } from './sourceDrawer.messages.ts';

type SourceContentProps = {
  readonly id: string;
  /** The answer is undefined while it is awaited. */
  readonly answer: SourceAnswer | undefined;
  readonly onRetry: () => void;
};

/** The frame is drawn before the answer is there. */
const PLACEHOLDER_NAMES = [
  sourceDrawerTexts('flag'),
  sourceDrawerTexts('range'),
  sourceDrawerTexts('collected'),
  sourceDrawerTexts('reported'),
  sourceDrawerTexts('status'),
  sourceDrawerTexts('by'),
  sourceDrawerTexts('method'),
];

const SourcePlaceholder = () => (
  <>
    <output className={styles.message}>{sourceDrawerTexts('loading', { site: useSite().label })}</output>
    <dl className={styles.facts} aria-hidden="true">
      {PLACEHOLDER_NAMES.map((name) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <span className={styles.bar} />
          </dd>
        </div>
      ))}
    </dl>
  </>
);

function RawFhir({ json }: { readonly json: string }) {
  const [status, setStatus] = useState('');
  return (
    <details className={styles.raw}>
      <summary>{sourceDrawerTexts('rawFhir')}</summary>
      <Button onClick={() => void copyText(json).then(setStatus)}>{sourceDrawerTexts('copy')}</Button>{' '}
      <output>{status}</output>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls, so keys have to reach it */}
      <section className={styles.json} tabIndex={0} aria-label={sourceDrawerTexts('rawFhir')}>
        <pre>{json}</pre>
      </section>
    </details>
  );
}

type SourceMessageProps = { readonly children: ReactNode };

const SourceMessage = ({ children }: SourceMessageProps) => (
  <div className={styles.message} role="alert">
    {children}
  </div>
);

const bold = (part: ReactNode, key: number) => <b key={key}>{part}</b>;

/** Shows the answer for one result, whatever it is. */
export function SourceContent({ id, answer, onRetry }: SourceContentProps) {
  const { label: siteLabel } = useSite();
  if (answer === undefined) return <SourcePlaceholder />;
  if (answer.outcome === 'read')
    return (
      <>
        <SourceView source={answer.source}>
          {answer.json !== undefined && <RawFhir json={answer.json} />}
        </SourceView>
        <SourceVersions id={id} shownVersion={answer.version} />
      </>
    );
  if (answer.outcome === 'withdrawn')
    return (
      <SourceMessage>
        <p>{sourceDrawerTexts.rich('retracted', { b: bold })}</p>
        <p dir="auto">{[answer.title, answer.day].filter(Boolean).join(', ')}</p>
      </SourceMessage>
    );
  if (answer.outcome === 'refused') {
    // oxlint-disable-next-line longview/texts-in-catalogs -- a reason, not a text
    if (answer.why === 'another patient')
      return <Notice kind="wrong-patient" isWrongPatient title={REFUSAL_TEXT[answer.why]} />;
    return <SourceMessage>{REFUSAL_TEXT[answer.why]}</SourceMessage>;
  }
  if (answer.outcome === 'gone')
    return (
      <SourceMessage>
        {id === '' ? sourceDrawerTexts('noId') : sourceDrawerTexts('gone', { site: siteLabel })}
      </SourceMessage>
    );
  return (
    <SourceMessage>
      <p>{sourceFailureText(answer.failure, siteLabel)}</p>
      {isRetryUseful(answer.failure) && (
        <Button data-retry="" onClick={onRetry}>
          {sourceDrawerTexts('tryAgain')}
        </Button>
      )}
    </SourceMessage>
  );
}
