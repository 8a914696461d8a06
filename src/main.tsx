// This is the app chunk. `boot.ts` loads it and calls `start` with the promise of a session.
export { start } from './app/pages/appPage.tsx';
