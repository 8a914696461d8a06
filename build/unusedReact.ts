import type { Plugin } from 'vite';
import { leaveOut, type Known } from './leaveOut.ts';

const RENDERER = /[\\/]react-dom[\\/]cjs[\\/]react-dom-client\.production\.js$/;
const REVIEWED = 'exports.version = "19.3.1";';

/** `createRoot` alone makes roots, so no HTML of a server is ever taken over, and nothing is ever "dehydrated". */
const HYDRATION: Partial<Known> = {
  texts: [
    ['ReactDOMHydrationRoot.prototype.render = ', '', 1],
    ['ReactDOMHydrationRoot.prototype.unmount = ', '', 1],
  ],
  statements: ['exports.hydrateRoot = ', 'ReactDOMHydrationRoot.prototype.unstable_scheduleHydration = '],
  values: {
    isHydrating: '!1',
    hydrationParentFiber: 'null',
    nextHydratableInstance: 'null',
    hydrationErrors: 'null',
  },
  properties: { dehydrated: 'null', isDehydrated: '!1' },
  calls: {
    popHydrationState: '!1',
    resetHydrationState: 'void 0',
    upgradeHydrationErrorsToRecoverable: 'null',
    getSuspenseInstanceFromFiber: 'null',
    getActivityInstanceFromFiber: 'null',
    // Events are held back only while what they hit is dehydrated.
    queueIfContinuousEvent: '!1',
    clearIfContinuousEvent: 'void 0',
    retryIfBlockedOn: 'void 0',
  },
  tags: [18],
};

/** Without `<ViewTransition>` no commit can start one. What is noted down for one has then no reader. */
const VIEW_TRANSITIONS: Partial<Known> = {
  texts: [[/\((\w+) & 335544064\) === \1(?![\w$])/g, '!1', 7]],
  statements: [
    'ViewTransitionPseudoElement.prototype.animate = ',
    'ViewTransitionPseudoElement.prototype.getAnimations = ',
    'ViewTransitionPseudoElement.prototype.getComputedStyle = ',
  ],
  values: {
    shouldStartViewTransition: '!1',
    viewTransitionMutationContext: '!1',
    inUpdateViewTransition: '!1',
    rootViewTransitionAffected: '!1',
    rootViewTransitionNameCanceled: '!1',
    appearingViewTransitions: 'null',
    pendingViewTransition: 'null',
    pendingViewTransitionEvents: 'null',
  },
  calls: { pushMutationContext: '!1' },
  constants: ['REACT_VIEW_TRANSITION_TYPE', 'REACT_LEGACY_HIDDEN_TYPE'],
  tags: [30],
};

/** A `<Fragment ref>` is the only maker of these; it throws. */
const FRAGMENT_REFS: Partial<Known> = {
  texts: [
    [
      'var fragmentInstance = new FragmentInstance(current);',
      'throw Error("Fragment refs are left out.");',
      1,
    ],
  ],
  statements: ['FragmentInstance.prototype.'],
  calls: {
    isFragmentInstanceParent: '!1',
    commitFragmentInstanceInsertionEffects: 'void 0',
    commitFragmentInstanceDeletionEffects: 'void 0',
    commitNewChildToFragmentInstances: 'void 0',
  },
};

/** The head and what belongs there stand in index.html. React drawing them, or asked to preload something, throws. */
const HEAD: Partial<Known> = {
  texts: [
    [
      /^ {2}D: prefetchDNS,\n {2}C: preconnect,\n {2}L: preload,\n {2}m: preloadModule,\n {2}X: preinitScript,\n {2}S: preinitStyle,\n {2}M: preinitModuleScript\n/gm,
      '',
      1,
    ],
  ],
  tags: [26, 27],
};

/** `<Activity>`, `<Profiler>`, `<SuspenseList>`: not valid elements here. Of the other tags React itself makes none. */
const ELEMENTS: Partial<Known> = {
  constants: ['REACT_ACTIVITY_TYPE', 'REACT_PROFILER_TYPE', 'REACT_SUSPENSE_LIST_TYPE'],
  tags: [12, 19, 21, 23, 24, 25, 31],
};

/** The hooks of form actions and of the cache: not functions here. */
const HOOKS: Partial<Known> = {
  keys: ['useHostTransitionStatus', 'useFormState', 'useActionState', 'useOptimistic', 'useCacheRefresh'],
};

const PARTS = [HYDRATION, VIEW_TRANSITIONS, FRAGMENT_REFS, HEAD, ELEMENTS, HOOKS];

/** React's renderer without the parts that Longview has no use for. docs/decisions/0011. */
export function slimRenderer(code: string): string {
  if (!code.includes(REVIEWED))
    throw new Error(
      `build/unusedReact.ts was read against react-dom with ${REVIEWED} Read it again, or take it out.`,
    );
  return leaveOut(code, {
    texts: PARTS.flatMap(({ texts = [] }) => texts),
    statements: PARTS.flatMap(({ statements = [] }) => statements),
    keys: PARTS.flatMap(({ keys = [] }) => keys),
    tags: PARTS.flatMap(({ tags = [] }) => tags),
    constants: PARTS.flatMap(({ constants = [] }) => constants),
    values: Object.assign({}, ...PARTS.map(({ values }) => values)),
    calls: Object.assign({}, ...PARTS.map(({ calls }) => calls)),
    properties: Object.assign({}, ...PARTS.map(({ properties }) => properties)),
  });
}

export const unusedReact = (): Plugin => ({
  name: 'longview:unused-react',
  enforce: 'pre',
  apply: 'build',
  transform: (code, id) => (RENDERER.test(id) ? { code: slimRenderer(code), map: null } : null),
});
