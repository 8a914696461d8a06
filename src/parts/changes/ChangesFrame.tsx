import { useId, type ReactNode } from 'react';
import { changesFrameTexts } from './changesFrame.messages.ts';
import styles from './ChangesStrip.module.css';

type ChangesFrameProps = {
  readonly columns: 1 | 2 | 3;
  /** The newer results that are not on a curve stand above everything else. */
  readonly lead: ReactNode;
  /** This control stands beside the title. */
  readonly control?: ReactNode;
  /** Nothing is compared, so the room belongs to the warnings that say why. */
  readonly isLow?: boolean;
  readonly children: ReactNode;
};

/** Draws the section of what changed with its title. It stands there before anything is known that it could hold. */
export function ChangesFrame({ columns, lead, control, isLow = false, children }: ChangesFrameProps) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      {lead}
      <div className={`${styles.strip} ${isLow ? styles.low : ''}`} data-columns={columns}>
        <div className={styles.head}>
          <h2 id={id}>{changesFrameTexts('heading')}</h2>
          {control}
        </div>
        {children}
      </div>
    </section>
  );
}
