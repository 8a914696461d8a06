import { connect, createServer, type Server, type Socket } from 'node:net';

/** This is the wire between browser and server. Its round trip can be changed while it stands. */
export type Wire = { roundTripMs: number };

type Parcel = { readonly dueMs: number; readonly bytes: Buffer | undefined };

/**
 * Listens on 127.0.0.1 and passes each connection on to `targetPort`, with half a round trip in each direction. A new
 * connection costs a round trip more, which the kernel's own handshake on one machine does not take. Bandwidth is not
 * limited.
 */
export function delayingServer(targetPort: number, wire: Wire): Server {
  return createServer({ allowHalfOpen: true, noDelay: true }, (client) => {
    const target = connect({ port: targetPort, host: '127.0.0.1', allowHalfOpen: true, noDelay: true });
    passOn(client, target, wire, performance.now() + wire.roundTripMs);
    passOn(target, client, wire, 0);
    // A connection that ends does so in its turn, after what is still on the way. One that breaks off ends at once.
    client.on('error', () => target.destroy());
    target.on('error', () => client.destroy());
  });
}

/** Writes what comes from one socket to the other after half a round trip, in order, and nothing as if sent before `fromMs`. */
function passOn(from: Socket, to: Socket, wire: Wire, fromMs: number): void {
  const waiting: Parcel[] = [];
  const deliver = (): void => {
    while (waiting[0] !== undefined && waiting[0].dueMs <= performance.now() + 0.5) {
      const { bytes } = waiting.shift() as Parcel;
      if (to.destroyed) continue;
      if (bytes === undefined) to.end();
      else to.write(bytes);
    }
    const [next] = waiting;
    if (next !== undefined) setTimeout(deliver, Math.max(0, next.dueMs - performance.now()));
  };
  const send = (bytes: Buffer | undefined): void => {
    const earliestMs = waiting.at(-1)?.dueMs ?? 0;
    const dueMs = Math.max(earliestMs, Math.max(performance.now(), fromMs) + wire.roundTripMs / 2);
    waiting.push({ dueMs, bytes });
    if (waiting.length === 1) deliver();
  };
  from.on('data', send).on('end', () => send(undefined));
}
