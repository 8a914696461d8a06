import { useEffect } from 'react';
import { Button } from '../../ui/Button.tsx';
import { FullPageMessage } from '../../ui/FullPageMessage.tsx';
import { entryTexts } from './entry.messages.ts';

/** Says that this window only signed in: the record opens in the frame that started the sign-in. */
export function SignedInElsewhereScreen() {
  useEffect(() => window.close(), []);
  return (
    <FullPageMessage
      title={entryTexts('signedIn')}
      actions={
        <Button variant="primary" onClick={() => window.close()}>
          {entryTexts('closeWindow')}
        </Button>
      }
    >
      <p>{entryTexts('goesOnElsewhere')}</p>
    </FullPageMessage>
  );
}
