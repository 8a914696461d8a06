import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { knownSites } from '../../smart/site/places.ts';
import { LanguageSwitch } from '../../parts/language/LanguageSwitch.tsx';
import { launchErrorInAppTexts } from '../../smart/errors/launchErrorInApp.messages.ts';
import { Button } from '../../ui/Button.tsx';
import { FullPageMessage } from '../../ui/FullPageMessage.tsx';
import { InLanguage } from '../language/InLanguage.tsx';
import { preferredLanguage, setPageLanguage } from '../language/pageLanguage.ts';
import { entryTexts } from './entry.messages.ts';
import type { LaunchStop } from './LaunchStop.ts';
import { drawPlace } from './start/drawPlace.tsx';
import { startTexts } from './start/start.messages.ts';

const START_PAGE = './index.html';
const goToStart = (): void => location.replace(START_PAGE);

let root: Root | undefined;

/** Takes the place of what `launch.html` shows by itself, which is English alone. */
function rootOnPage(): Root {
  const place = document.createElement('div');
  document.getElementById('launch')?.replaceWith(place);
  document.body.removeAttribute('class');
  return createRoot(place);
}

/** Shows on `launch.html` what stopped a launch, in the language of its reader, with the switch to the other one. */
export async function drawLaunchStop(stop: LaunchStop): Promise<true> {
  // The redirect needed no style.
  const style = document.querySelector<HTMLLinkElement>('link[as=style]');
  if (style !== null) style.rel = 'stylesheet';
  const [{ ErrorScreen }] = await Promise.all([
    import('./ErrorScreen.tsx'),
    setPageLanguage(preferredLanguage()),
  ]);
  root ??= rootOnPage();
  root.render(
    <StrictMode>
      <InLanguage>
        {'error' in stop ? (
          <ErrorScreen
            error={stop.error}
            sites={knownSites()}
            page={START_PAGE}
            onStart={goToStart}
            onSignIn={goToStart}
          />
        ) : (
          <WithoutChart {...stop} />
        )}
      </InLanguage>
    </StrictMode>,
  );
  return true;
}

type WithoutChartProps = Exclude<LaunchStop, { readonly error: unknown }>;

/** The address of the launch names no chart, so whoever opened it can sign in and choose one. */
const WithoutChart = ({ site: { label }, onSignIn }: WithoutChartProps) => (
  <FullPageMessage
    title={launchErrorInAppTexts('withoutChart')}
    actions={
      <>
        <Button
          variant="primary"
          // The second click of a double click would start again and drop the first request.
          onClick={({ detail }) => {
            if (detail < 2) onSignIn();
          }}
        >
          {startTexts.rich('signInTo', { server: label, place: drawPlace() })}
        </Button>
        <LanguageSwitch />
      </>
    }
  >
    <p>{entryTexts('withoutChartHelp', { label })}</p>
  </FullPageMessage>
);
