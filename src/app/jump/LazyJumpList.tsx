import { deferredPart } from '../../ui/loading/lazyScreen.ts';
import { screenRouterTexts } from '../screenRouter.messages.ts';

const loadJumpList = async () => (await import('./JumpList.tsx')).JumpList;

/** This is the list under the search field, loaded when it first opens. */
export const LazyJumpList = deferredPart(loadJumpList, () => (
  <p role="alert">{screenRouterTexts('searchNotLoaded')}</p>
));

/** Fetches the list before somebody asks for it. */
export const preloadJumpList = loadJumpList;
