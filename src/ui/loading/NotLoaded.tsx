import { useEffect, useState } from 'react';
import { isFileMissing } from './missingFile.ts';
import { loadingTexts } from './loading.messages.ts';

type NotLoadedProps = {
  /** This error came with the file of the screen. */
  readonly failure: unknown;
};

/** Stands in for a screen whose file could not be fetched. It looks like a message of the launch page. */
export const NotLoaded = ({ failure }: NotLoadedProps) => {
  const [isUpdated, setIsUpdated] = useState(false);
  useEffect(() => void isFileMissing(failure).then(setIsUpdated), [failure]);
  return (
    <div className="launch">
      <main>{isUpdated ? <Updated /> : <CheckNetwork />}</main>
    </div>
  );
};

const CheckNetwork = () => (
  <div role="alert" data-error="E04">
    <h1>{loadingTexts('screenNotLoaded')}</h1>
    <p>{loadingTexts('checkNetwork')}</p>
  </div>
);

/**
 * Offers to reload, and never reloads by itself: a host that lacks a file for good would make it do so forever. The address
 * keeps the view, and the window keeps the session.
 */
const Updated = () => (
  <div role="alert" data-updated="">
    <h1>{loadingTexts('updated')}</h1>
    <p>{loadingTexts('goOn')}</p>
    <button type="button" className="primary" onClick={() => location.reload()}>
      {loadingTexts('reload')}
    </button>
  </div>
);
