import { QueryClient } from '@tanstack/react-query';

/** One per session, in memory only: no persister, nothing clinical in any storage, nothing read again by itself. */
export const queryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        refetchOnMount: false,
        networkMode: 'always',
      },
    },
  });
