import { useEffect } from 'react';
import { Button } from '../../ui/Button.tsx';
import { FullPageMessage } from '../../ui/FullPageMessage.tsx';

/** Says that this window only signed in: the record opens in the frame that started the sign-in. */
export function SignedInElsewhereScreen() {
  useEffect(() => window.close(), []);
  return (
    <FullPageMessage
      title="You are signed in"
      actions={
        <Button variant="primary" onClick={() => window.close()}>
          Close this window
        </Button>
      }
    >
      <p>Longview goes on in the window you came from. Nothing is kept here.</p>
    </FullPageMessage>
  );
}
