import { useEffect } from 'react';
import { LanguageSwitch } from '../../parts/language/LanguageSwitch.tsx';
import type { Site } from '../../smart/site/site.ts';
import { Button } from '../../ui/Button.tsx';
import { FullPageMessage } from '../../ui/FullPageMessage.tsx';
import { lazyScreen } from '../../ui/loading/lazyScreen.ts';
import { useFirstFocus } from '../../ui/useFirstFocus.ts';
import { preferredLanguage } from '../language/pageLanguage.ts';
import { loadPatientView } from '../patient/loadPatientView.ts';
import { useAtIdle } from '../useAtIdle.ts';
import { isOpenToPatients } from './start/careList.ts';
import { CareSearch } from './start/CareSearch.tsx';
import { drawPlace } from './start/drawPlace.tsx';
import { MisdirectedLaunch } from './start/MisdirectedLaunch.tsx';
import { startTexts } from './start/start.messages.ts';
import styles from './start/StartScreen.module.css';

const ChoosePatientScreen = lazyScreen(
  async () => (await import('../openServer/ChoosePatientScreen.tsx')).ChoosePatientScreen,
);

type StartScreenProps = { readonly sites: readonly Site[]; readonly onSignIn: (site: Site) => void };

/** Loads in advance the code of the button and of its error message. */
const warm = (): void => {
  for (const part of [import('../../smart/authorization/authorize.ts'), import('./ErrorScreen.tsx')])
    part.catch(() => undefined); // it is loaded again, and a failure is reported, when it is needed
};

/**
 * Offers the places where patients can sign in on their own. Nobody is signed in here. Sites without a sign-in stand in no file
 * together with others (build/sites/siteRules.ts).
 */
export const StartScreen = (props: StartScreenProps) =>
  props.sites.some(({ open }) => open === true) ? (
    <ChoosePatientScreen sites={props.sites} />
  ) : (
    <SignInScreen {...props} />
  );

/**
 * Loads the patient's view while its reader looks for a place, since the answers to the first requests come over the same slow network. A
 * failure is reported when the view is needed.
 */
const loadViewAhead = (): void => void loadPatientView(preferredLanguage()).catch(() => undefined);

function SignInScreen({ sites, onSignIn }: StartScreenProps) {
  useEffect(warm, []);
  const open = sites.filter(isOpenToPatients);
  useAtIdle(
    loadViewAhead,
    open.some(({ audience }) => audience !== 'clinician'),
  );
  const lines = open.reduce((sum, { brands }) => sum + (brands?.length ?? 1), 0);
  if (lines > 1)
    return <ChooseScreen open={open} hasOthers={open.length < sites.length} onSignIn={onSignIn} />;
  const [only] = open;
  return (
    <FullPageMessage
      title={startTexts('name')}
      actions={
        <>
          {only && (
            <Button
              variant="primary"
              // `detail` counts clicks. The second of a double click would start again and drop the first request.
              onClick={({ detail }) => {
                if (detail < 2) onSignIn(only);
              }}
            >
              {startTexts.rich('signInTo', {
                server: only.brands?.[0]?.name ?? only.label,
                place: drawPlace(),
              })}
            </Button>
          )}
          <LanguageSwitch />
        </>
      }
    >
      <MisdirectedLaunch />
      <p>{startTexts('purpose')}</p>
      <p>{startTexts(only ? 'signInWhereKept' : 'openFromChart')}</p>
    </FullPageMessage>
  );
}

type ChooseScreenProps = {
  readonly open: readonly Site[];
  readonly hasOthers: boolean;
  readonly onSignIn: (site: Site) => void;
};

/** Asks where the reader gets care. It begins at the top, so that nothing moves while the list grows and shrinks. */
function ChooseScreen({ open, hasOthers, onSignIn }: ChooseScreenProps) {
  const heading = useFirstFocus();
  return (
    <main className={styles.page}>
      <div className={styles.text}>
        <div className={styles.top}>
          <h1 ref={heading} tabIndex={-1}>
            {startTexts('name')}
          </h1>
          <LanguageSwitch />
        </div>
        <MisdirectedLaunch />
        <p>{startTexts('purpose')}</p>
        <p>{startTexts('signInWhereKept')}</p>
        <h2>{startTexts('where')}</h2>
        <CareSearch sites={open} onSignIn={onSignIn} />
        <div className={styles.more}>
          <p>{startTexts('wrongPlace')}</p>
          <p>{startTexts('notListed')}</p>
          {hasOthers && <p>{startTexts('someFromChart')}</p>}
        </div>
      </div>
    </main>
  );
}
