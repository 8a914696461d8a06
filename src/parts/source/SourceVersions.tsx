import { useEffect, useRef, useState, type ReactNode } from 'react';
import type { SourceReading } from '../../clinical/source/source.ts';
import type { VersionsAnswer } from '../../record/source/sourceReading.ts';
import { Button } from '../../ui/Button.tsx';
import { sourceFailureText, REFUSAL_TEXT } from './sourceText.ts';
import { SourceView } from './SourceView.tsx';
import styles from './Source.module.css';
import { useSession, useSite } from '../openRecord/openRecordContexts.ts';
import { sourceDrawerTexts } from './sourceDrawer.messages.ts';

type SourceVersionsProps = {
  readonly id: string;
  /** This is the key of the version on the screen, which is not an earlier one. */
  readonly shownVersion: number;
};

/** Reads the versions on a press: most readers want the result, not its past. */
function useVersions({ id, shownVersion }: SourceVersionsProps) {
  const { loadSourceReader } = useSession();
  const [answer, setAnswer] = useState<VersionsAnswer | 'reading'>();
  const stop = useRef<AbortController>(undefined);
  useEffect(() => () => stop.current?.abort(), []);
  const readVersions = async (): Promise<void> => {
    const { signal } = (stop.current = new AbortController());
    setAnswer('reading');
    const next = await loadSourceReader()
      .then((reader) => reader.earlier(id, shownVersion, signal))
      .catch((): VersionsAnswer => ({ outcome: 'failed', failure: 'network' }));
    if (!signal.aborted) setAnswer(next);
  };
  return { answer, ask: () => void readVersions() };
}

function versionsText(answer: VersionsAnswer | 'reading' | undefined, siteLabel: string): string {
  if (answer === undefined) return '';
  if (answer === 'reading') return sourceDrawerTexts('loadingVersions');
  if (answer.outcome === 'failed') return sourceFailureText(answer.failure, siteLabel);
  if (answer.outcome === 'none') return sourceDrawerTexts('noVersions');
  const { versions, isCut } = answer;
  if (versions.length === 0) return sourceDrawerTexts('onlyVersion');
  const counted = { count: versions.length, shown: String(versions.length) };
  return isCut ? sourceDrawerTexts('versionsCut', counted) : sourceDrawerTexts('versions', counted);
}

/**
 * Shows what a corrected result said before (rule 35). An older version says that it is no longer a result.
 */
export function SourceVersions(props: SourceVersionsProps) {
  const { answer, ask } = useVersions(props);
  const section = useRef<HTMLElement>(null);
  const press = () => {
    section.current?.focus(); // the pressed button is removed
    ask();
  };
  const { label: siteLabel } = useSite();
  const hasFailed = answer !== undefined && answer !== 'reading' && answer.outcome === 'failed';
  return (
    <section
      ref={section}
      className={styles.versions}
      tabIndex={-1}
      aria-label={sourceDrawerTexts('earlierVersions')}
    >
      {(answer === undefined || hasFailed) && (
        <Button onClick={press}>{sourceDrawerTexts(hasFailed ? 'tryAgain' : 'earlierVersions')}</Button>
      )}
      <output>{versionsText(answer, siteLabel)}</output>
      {answer !== undefined &&
        answer !== 'reading' &&
        answer.outcome === 'versions' &&
        answer.versions.map((version, i) => <Version key={i} version={version} />)}
    </section>
  );
}

const isolated = (part: ReactNode, key: number) => <bdi key={key}>{part}</bdi>;

function Version({ version }: { readonly version: SourceReading }) {
  if (version.outcome === 'withdrawn') return <p>{sourceDrawerTexts('retractedVersion')}</p>;
  if (version.outcome === 'refused') return <p>{REFUSAL_TEXT[version.why]}</p>;
  const { source } = version;
  return (
    <details>
      <summary>
        {sourceDrawerTexts.rich('replaced', {
          version: source.version || sourceDrawerTexts('anOlderVersion'),
          value: source.result?.value || sourceDrawerTexts('withoutValue'),
          bdi: isolated,
        })}
      </summary>
      <SourceView source={source} />
    </details>
  );
}
