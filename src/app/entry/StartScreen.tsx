import { useEffect } from 'react';
import type { Site } from '../../smart/site/site.ts';
import { Button } from '../../ui/Button.tsx';
import { FullPageMessage } from '../../ui/FullPageMessage.tsx';
import { entryTexts } from './entry.messages.ts';

type StartScreenProps = { readonly sites: readonly Site[]; readonly onSignIn: (site: Site) => void };

/** Loads in advance the code of the button and of its error message. */
const warm = (): void => {
  for (const part of [import('../../smart/authorization/authorize.ts'), import('./ErrorScreen.tsx')])
    part.catch(() => undefined); // it is loaded again, and a failure is reported, when it is needed
};

/** Offers one button for each site that lets patients sign in on their own. Nobody is signed in here. */
export function StartScreen({ sites, onSignIn }: StartScreenProps) {
  useEffect(warm, []);
  const open = sites.filter((site) => site.launch.includes('standalone') && !site.issPrefix);
  return (
    <FullPageMessage
      title={entryTexts('name')}
      actions={open.map((site) => (
        // `detail` counts clicks. The second of a double click would start again and drop the first request.
        <Button
          key={site.id}
          variant="primary"
          onClick={({ detail }) => {
            if (detail < 2) onSignIn(site);
          }}
        >
          {entryTexts('signInTo', { server: site.label })}
        </Button>
      ))}
    >
      <p>{entryTexts('purpose')}</p>
      <p>{entryTexts(open.length > 0 ? 'signInWhereKept' : 'openFromChart')}</p>
    </FullPageMessage>
  );
}
