import { QueryClient } from '@tanstack/react-query';

/** Creates the cache of one session. It lives in memory alone, and reads nothing again by itself (decision 6). */
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
