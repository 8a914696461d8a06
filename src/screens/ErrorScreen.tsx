import { errorDetails, errorWords } from '../smart/errorWords.ts';
import type { LaunchError } from '../smart/LaunchError.ts';
import { Button } from '../ui/Button.tsx';
import { Stop } from '../ui/Stop.tsx';

type ErrorScreenProps = { readonly error: LaunchError; readonly onStart: () => void };

/** A launch that failed or a session that ended: what happened, what to do, one button; details behind a fold. */
export function ErrorScreen({ error, onStart }: ErrorScreenProps) {
  const { heading, text, action } = errorWords(error);
  return (
    <Stop
      title={heading}
      errorCode={error.code}
      wrong={error.code === 'E12'}
      notice={error.code === 'E12' ? 'wrong-patient' : undefined}
      actions={
        action && (
          <Button look="primary" onClick={action.kind === 'retry' ? () => location.reload() : onStart}>
            {action.label}
          </Button>
        )
      }
      details={errorDetails(error).map((line) => (
        <p key={line}>{line}</p>
      ))}
    >
      <p>{text}</p>
    </Stop>
  );
}
