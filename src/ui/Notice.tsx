import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import styles from './Notice.module.css';

type NoticeAction = {
  readonly label: string;
  readonly onPress: () => void;
  /** The button tries a failed part again. */
  readonly isRetry?: boolean;
};

type NoticeProps = {
  /** Tests and measurements find a notice by its kind. It has none when nothing is missing or in doubt. */
  readonly kind?: string;
  readonly title: string;
  readonly children?: ReactNode;
  readonly action?: NoticeAction | undefined;
  /** Red is for another patient and nothing else. */
  readonly isWrongPatient?: boolean;
  /** The code belongs to an error that leaves the rest of the screen in use. */
  readonly errorCode?: string | undefined;
};

/**
 * Shows one line at the top of a screen that pushes the rest down. It says what is the case and offers at
 * most one action.
 */
export function Notice({ kind, title, children, action, isWrongPatient = false, errorCode }: NoticeProps) {
  return (
    <div
      className={isWrongPatient ? styles.wrong : kind === undefined ? styles.news : styles.notice}
      role={isWrongPatient ? 'alert' : 'status'}
      data-notice={kind}
      data-error={errorCode}
    >
      <p>
        <b>{isWrongPatient ? `‼ ${title}` : title}</b> {children}
      </p>
      {action && (
        <Button onClick={action.onPress} data-retry={action.isRetry ? '' : undefined}>
          {action.label}
        </Button>
      )}
    </div>
  );
}
