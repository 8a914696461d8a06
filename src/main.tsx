// This is the app chunk. `boot.ts` loads it and calls `start` with the promise of a session. `launch.html` loads it to say what stopped a
// launch in the language of its reader.
export { start } from './app/pages/appPage.tsx';
export { showLaunchStop } from './app/pages/launchStop.ts';
