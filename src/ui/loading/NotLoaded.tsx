import { loadingTexts } from './loading.messages.ts';

/** Stands in for a screen whose file could not be fetched. It looks like a message of the launch page. */
export const NotLoaded = () => (
  <div className="launch">
    <main>
      <div role="alert" data-error="E04">
        <h1>{loadingTexts('screenNotLoaded')}</h1>
        <p>{loadingTexts('checkNetwork')}</p>
      </div>
    </main>
  </div>
);
