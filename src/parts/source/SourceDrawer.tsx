import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import type { RecordSnapshot } from '../../record/flowsheet/recordSnapshot.ts';
import type { SourceAnswer } from '../../record/source/sourceReading.ts';
import { Button } from '../../ui/Button.tsx';
import { useRootAttribute } from '../../ui/useRootAttribute.ts';
import { OutdatedNotice } from './OutdatedNotice.tsx';
import { SourceContent } from './SourceContent.tsx';
import { useDocked } from './useDocked.ts';
import styles from './Source.module.css';
import { useRecord, useSession } from '../openRecord/openRecordContexts.ts';
import { sourceDrawerTexts } from './sourceDrawer.messages.ts';

type SourceDrawerProps = {
  /** The id of the Observation stays in the memory of this page only. */
  readonly id: string;
  readonly onClose: () => void;
};

/** A reader who goes from result to result by key asks for the one at which they rest. */
const REST_MS = 150;

/** Returns what the last repeated reading of the record has found; undefined before. Each of them gives an object of its own. */
const lastRefresh = (record: RecordSnapshot | undefined): object | undefined =>
  record?.refresh?.state === 'done' || record?.refresh?.state === 'partly' ? record.refresh : undefined;

/**
 * Returns the answer for this result, or undefined while it is awaited: never that of another one, nor one from before the record was
 * read again.
 */
function useSourceAnswer(id: string) {
  const { loadSourceReader } = useSession();
  const refresh = lastRefresh(useRecord().reported);
  const [attempt, setAttempt] = useState(0);
  const request = useMemo(() => ({ id, attempt, refresh }), [id, attempt, refresh]);
  const [answered, setAnswered] = useState<{ readonly to: object; readonly answer: SourceAnswer }>();
  const isFirst = useRef(true);
  useEffect(() => {
    const controller = new AbortController();
    const readSource = async (): Promise<void> => {
      const answer = await loadSourceReader()
        .then((reader) => reader.read(request.id, controller.signal))
        .catch((): SourceAnswer => ({ outcome: 'failed', failure: 'network' }));
      if (!controller.signal.aborted) setAnswered({ to: request, answer });
    };
    const timer = setTimeout(() => void readSource(), isFirst.current ? 0 : REST_MS);
    isFirst.current = false;
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [request, loadSourceReader]);
  return {
    answer: answered?.to === request ? answered.answer : undefined,
    again: () => setAttempt(attempt + 1),
  };
}

const leftToRight = (part: ReactNode, key: number) => (
  <bdi key={key} dir="ltr">
    {part}
  </bdi>
);

/**
 * Shows where one result comes from. It is read again from the server by its id, and stands beside the screen that opened it, which
 * narrows and stays in use.
 */
export function SourceDrawer({ id, onClose }: SourceDrawerProps) {
  const { patient } = useRecord();
  const { answer, again } = useSourceAnswer(id);
  const { dialog, heading } = useDocked(id, onClose);
  useRootAttribute('data-source-beside');
  const retry = () => {
    heading.current?.focus(); // the pressed button is removed
    again();
  };
  return (
    <dialog ref={dialog} className={styles.drawer} data-beside="" aria-labelledby="source-heading">
      <div className={styles.sheet}>
        <div className={styles.head}>
          <h2 id="source-heading" ref={heading} tabIndex={-1}>
            {answer?.outcome === 'read'
              ? sourceDrawerTexts('headingOf', { title: answer.source.title })
              : sourceDrawerTexts('heading')}
          </h2>
          <Button variant="bare" aria-label={sourceDrawerTexts('close')} onClick={onClose}>
            ×
          </Button>
        </div>
        {patient && (
          <p className={styles.patient}>
            {sourceDrawerTexts.rich('patient', {
              name: patient.name,
              born: patient.born,
              bdi: leftToRight,
            })}
          </p>
        )}
        {answer && <OutdatedNotice {...{ id, answer }} />}
        <SourceContent key={id} id={id} answer={answer} onRetry={retry} />
      </div>
    </dialog>
  );
}
