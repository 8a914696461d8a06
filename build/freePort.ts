import { createServer, type RequestListener, type Server } from 'node:http';

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException | undefined)?.code;
const isTaken = (error: unknown): boolean => codeOf(error) === 'EADDRINUSE';

const listening = (listener: RequestListener, host: string, port: number): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', reject);
    server.listen(port, host, () => resolve(server));
  });

/**
 * Listens as `localhost`, which a browser may look up as 127.0.0.1 or as ::1: a port counts as taken when somebody else
 * has it on either, since the browser might then land there. Port 0 takes any.
 */
export async function listenOnLocalhost(
  listener: RequestListener,
  port: number,
): Promise<{ port: number; close(): Promise<void> }> {
  const first = await listening(listener, '127.0.0.1', port);
  const address = first.address();
  const own = typeof address === 'object' && address !== null ? address.port : port;
  const servers = [first];
  try {
    servers.push(await listening(listener, '::1', own));
  } catch (error) {
    if (isTaken(error)) {
      first.close();
      throw error;
    }
    // A machine without IPv6 has no ::1 at which a browser could land.
  }
  return {
    port: own,
    close: async () => {
      await Promise.all(
        servers.map((server) => {
          server.closeAllConnections();
          return new Promise((resolve) => server.close(resolve));
        }),
      );
    },
  };
}

const PORTS_TRIED = 50;

/** Listens on the port that was asked for, else on the first free one from `first` on. Throws where there is none. */
export async function listenOnFreePort<T>(
  first: number,
  asked: number | undefined,
  listen: (port: number) => Promise<T>,
): Promise<T> {
  if (asked !== undefined) {
    return listen(asked).catch((error: unknown) => {
      if (isTaken(error))
        throw new Error(`Port ${asked} is taken. Name another one, or none for the next free one.`, {
          cause: error,
        });
      if (codeOf(error) === 'EACCES')
        throw new Error(
          `You may not use port ${asked}, as most systems keep those below 1024 for the administrator. Name another one, or none for the next free one.`,
          { cause: error },
        );
      throw error;
    });
  }
  for (let port = first; port < first + PORTS_TRIED; port += 1) {
    try {
      // oxlint-disable-next-line no-await-in-loop -- the next port only when this one is taken
      return await listen(port);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
  throw new Error(`No free port from ${first} to ${first + PORTS_TRIED - 1}.`);
}
