import { sandboxSites } from '../../build/sites/siteFile.ts';
import { createSandbox } from '../../sandbox/server.ts';
import { builtApp } from './appFiles.ts';
import { selfSignedCertificate } from './certificate.ts';
import type { Wire } from './delayLink.ts';
import { ehrBehindProxy, type Ehr } from './ehrAnswers.ts';
import { benchStories } from './patients.ts';
import { secureServer, type Handler } from './secureServer.ts';

/** These names lead to this machine in the bench's own browser alone. The app and the EHR are so two sites, as in a hospital. */
export const HOSTS = { app: 'app.test', ehr: 'ehr.test' } as const;

type LaunchKind = 'tab' | 'frame';

export type BenchServers = {
  readonly wire: Wire;
  readonly appOrigin: string;
  readonly ehrOrigin: string;
  /** Chromium is told to trust the key with this hash. */
  readonly keyHash: string;
  /** Serves the app or, in its place and at the same addresses, one of the bare floor pages. */
  serve(pages: Handler | 'app'): void;
  /** Begins a launch in the EHR and returns the address that its button opens. */
  launchAddress(patient: string, kind?: LaunchKind): Promise<string>;
  /** Lets this patient sign in next at the sign-in page of the EHR, where one press gives the consent. */
  awaitPatient(patient: string): Promise<void>;
  close(): Promise<void>;
};

/** Builds the app and serves it and the sandbox, each behind TLS, HTTP/2 and a wire with the same delay. */
export async function startBenchServers(): Promise<BenchServers> {
  const wire: Wire = { roundTripMs: 0 };
  const certificate = selfSignedCertificate(Object.values(HOSTS));
  const unready: Handler = (_request, response) => void response.writeHead(503).end();
  let app = unready;
  let pages = unready;
  let ehr: Ehr | undefined;
  // Each side has to know the other's address, so both ports are taken first.
  const [appServer, ehrServer] = await Promise.all([
    secureServer(certificate, wire, () => pages),
    secureServer(certificate, wire, () => ehr?.handler ?? unready),
  ]);
  const appOrigin = `https://${HOSTS.app}:${appServer.port}`;
  const ehrOrigin = `https://${HOSTS.ehr}:${ehrServer.port}`;
  const sandbox = await createSandbox({ origin: ehrOrigin, appOrigin, stories: benchStories() });
  const ehrBehind = await ehrBehindProxy(`${HOSTS.ehr}:${ehrServer.port}`, sandbox);
  ehr = ehrBehind;
  app = await builtApp(sandboxSites(ehrOrigin), 'dist-bench');
  pages = app;
  return {
    wire,
    appOrigin,
    ehrOrigin,
    keyHash: certificate.keyHash,
    serve: (next) => void (pages = next === 'app' ? app : next),
    async launchAddress(patient, kind = 'tab') {
      const answer = await ehrBehind.post('/api/launch', { patient, kind });
      return String(Reflect.get(Object(answer), 'url'));
    },
    async awaitPatient(patient) {
      await ehrBehind.post('/api/launch', { patient, kind: 'standalone', user: 'self' });
    },
    close: async () => {
      await Promise.all([appServer.close(), ehrServer.close(), ehrBehind.close()]);
    },
  };
}
