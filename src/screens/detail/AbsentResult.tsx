import { useEffect, useRef } from 'react';
import { detailTexts } from './detail.messages.ts';
import styles from './Detail.module.css';

/** Says why a test that was asked for is not shown. The focus begins at its heading, as on every result. */
export function AbsentResult({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  return (
    <section className={styles.detail}>
      <div className={styles.head}>
        <h2 ref={heading} tabIndex={-1}>
          {detailTexts('requestedTest')}
        </h2>
      </div>
      <output className={styles.absent}>{text}</output>
    </section>
  );
}
