import { lazyScreen } from '../../../ui/loading/lazyScreen.ts';

/** The curves and their tables come when somebody asks for them. */
export const LazyGrowthScreen = lazyScreen(async () => (await import('./GrowthScreen.tsx')).GrowthScreen);
