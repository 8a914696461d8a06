import { useEffect, useState, type ReactNode } from 'react';
import type { SourceAnswer } from '../../record/source/sourceReading.ts';
import { Button } from '../../ui/Button.tsx';
import { useDialog } from '../../ui/useDialog.ts';
import { SourceContent } from './SourceContent.tsx';
import styles from './Source.module.css';
import { useRecord, useSession } from '../openRecord/openRecordContexts.ts';
import { sourceDrawerTexts } from './sourceDrawer.messages.ts';

type SourceDrawerProps = {
  /** The id of the Observation stays in the memory of this page only. */
  readonly id: string;
  readonly onClose: () => void;
};

/** Returns the answer, or undefined while it is awaited. */
function useSourceAnswer(id: string) {
  const { loadSourceReader } = useSession();
  const [request, setRequest] = useState({ id, attempt: 0 });
  const [answered, setAnswered] = useState<{ readonly to: object; readonly answer: SourceAnswer }>();
  useEffect(() => {
    const controller = new AbortController();
    const readSource = async (): Promise<void> => {
      const answer = await loadSourceReader()
        .then((reader) => reader.read(request.id, controller.signal))
        .catch((): SourceAnswer => ({ outcome: 'failed', failure: 'network' }));
      if (!controller.signal.aborted) setAnswered({ to: request, answer });
    };
    void readSource();
    return () => controller.abort();
  }, [request, loadSourceReader]);
  return {
    answer: answered?.to === request ? answered.answer : undefined,
    again: () => setRequest({ id, attempt: request.attempt + 1 }),
  };
}

const leftToRight = (part: ReactNode, key: number) => (
  <bdi key={key} dir="ltr">
    {part}
  </bdi>
);

/** Shows where one result comes from. It is read again from the server by its id, beside the screen that opened it. */
export function SourceDrawer({ id, onClose }: SourceDrawerProps) {
  const { patient } = useRecord();
  const { answer, again } = useSourceAnswer(id);
  const { dialog, heading, ...closing } = useDialog(onClose);
  const retry = () => {
    heading.current?.focus(); // the pressed button is removed
    again();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- a press beside it closes it, as Escape does
    <dialog ref={dialog} className={styles.drawer} aria-labelledby="source-heading" {...closing}>
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
        <SourceContent id={id} answer={answer} onRetry={retry} />
      </div>
    </dialog>
  );
}
