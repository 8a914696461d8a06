import type { ReactNode } from 'react';
import { uiTexts } from './ui.messages.ts';
import { useFirstFocus } from './useFirstFocus.ts';
import styles from './FullPageMessage.module.css';

type FullPageMessageProps = {
  readonly title: string;
  /** The paragraphs say what happened and what to do next. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
  /** Details for support stand behind a fold. */
  readonly details?: ReactNode;
  /** A code such as "E07" makes the screen an alert. */
  readonly errorCode?: string | undefined;
  readonly notice?: string | undefined;
  /** The screen has a red edge, which is for another patient and nothing else. */
  readonly isWrongPatient?: boolean;
};

/** The whole screen is one message. The heading takes the focus, so that it is read first. */
export function FullPageMessage({
  title,
  children,
  actions,
  details,
  errorCode,
  notice,
  isWrongPatient = false,
}: FullPageMessageProps) {
  const heading = useFirstFocus();
  return (
    <main className={isWrongPatient ? styles.wrong : styles.stop}>
      <div
        className={styles.text}
        role={errorCode ? 'alert' : undefined}
        data-error={errorCode}
        data-notice={notice}
      >
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
        {actions && <div className={styles.actions}>{actions}</div>}
        {details && (
          <details>
            <summary>
              {errorCode ? uiTexts('detailsForSupportOf', { code: errorCode }) : uiTexts('detailsForSupport')}
            </summary>
            {details}
          </details>
        )}
      </div>
    </main>
  );
}
