import { Dialog } from '../../../ui/Dialog.tsx';
import { useTimeZone } from '../../../charts/format/timeZoneContext.ts';
import { basisTexts } from './basis.messages.ts';
import { basisBlocksOf } from './basisText.ts';
import type { ChangeItem, ChangesList } from '../changesList.ts';
import styles from './BasisDialog.module.css';

type BasisDialogProps = {
  readonly list: ChangesList;
  /** This names the moment and the counts. */
  readonly summary: string;
  /** Says which events were not read, or ''. */
  readonly unknownText: string;
  readonly onClose: () => void;
};

/**
 * Shows what every comparison rests on, so that a clinician can check it: values, dates, numbers, variation, source, and
 * what was left out.
 */
export function BasisDialog({ list, summary, unknownText, onClose }: BasisDialogProps) {
  const listed = new Set(list.items.map(({ id }) => id));
  return (
    <Dialog
      id="basis-heading"
      className={styles.basis}
      title={basisTexts('heading')}
      closeLabel={basisTexts('close')}
      onClose={onClose}
    >
      <p>{basisTexts('summary', { summary })}</p>
      <p>{basisTexts('explanation')}</p>
      {unknownText && <p>{unknownText}</p>}
      <Section title={basisTexts('listed')} items={list.items} />
      <Section title={basisTexts('notBeyond')} items={list.others} />
      <Section
        title={basisTexts('notCompared')}
        items={list.notCompared.filter(({ id }) => !listed.has(id))}
      />
    </Dialog>
  );
}

type SectionProps = { readonly title: string; readonly items: readonly ChangeItem[] };

function Section({ title, items }: SectionProps) {
  const timeZone = useTimeZone();
  if (items.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      {items
        .flatMap((item) => basisBlocksOf(item, timeZone))
        .map(({ id, heading, lines }) => (
          <div key={id} className={styles.block}>
            <h4 dir="auto">{heading}</h4>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </div>
        ))}
    </section>
  );
}
