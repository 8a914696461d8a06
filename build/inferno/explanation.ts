import { SUITE_ID } from './kitApi.ts';
import { APP_PATH } from './tlsOrigin.ts';
import type { Outcome } from './runSuite.ts';

export const EXIT_CODES = { passed: 0, failed: 1, noKit: 2, unfinished: 3 } as const;

/** `npm run inferno` prints this text when it has no kit. */
export const explanation = (port: number): string => `
npm run inferno -- --kit URL [--port ${port}] [--iss URL] [--client-id ID] [--launch ehr|standalone|both] [--minutes 5]

Runs the suite for clients of Inferno's SMART App Launch Test Kit against Longview. You need the kit, Docker and openssl.

1. Get the kit:            git clone https://github.com/inferno-framework/smart-app-launch-test-kit
2. Tell it its address:    in its file .env.production, INFERNO_HOST=https://localhost:${port}
3. Start it:               ./setup.sh && ./run.sh
4. Run this command:       npm run inferno -- --kit http://localhost

The command serves https://localhost:${port}, with Longview below ${APP_PATH} and the kit everywhere else, and answers
preflights there. It then creates a session of ${SUITE_ID} for a public client, starts the run, launches Longview in
Chromium, and prints each test with its result. It does that for the launch from an EHR and for the standalone launch.

It ends with 0 when every required test passed, 1 when one did not, 2 when there is no kit (or it has another address),
3 when a run did not come to its end. docs/conformance.md says what each test asks.
`;

/** Says where everything is, and how a browser of one's own comes to trust the certificate. */
export const introduction = (origin: string, iss: string, certificateFile: string): string => `
  Longview and the kit   ${origin}${APP_PATH}   ${origin}/${SUITE_ID}
  FHIR server (iss)      ${iss}
  Certificate            ${certificateFile}

  The certificate is valid for 7 days and signs itself. The Chromium of this command accepts it. To open the addresses in a
  browser of your own, import the file as an authority for websites (Chromium and Firefox: Settings, Certificates,
  Authorities), or accept the warning once. Remove it after the run.
`;

/** Returns the rows of a run as lines of text. */
export function outcomeText({ kind, rows, hasPassed }: Outcome): string {
  const lines = rows.map(({ number, title, isRequired, result, why }) => {
    const reason = why === '' ? '' : `\n           ${why.replaceAll(/\s+/g, ' ')}`;
    return `  ${result.padEnd(6)} ${number}  ${title}${isRequired ? '' : ' (optional)'}${reason}`;
  });
  const end = hasPassed ? 'every required test passed' : 'NOT every required test passed';
  return `\n${kind === 'ehr' ? 'Launch from an EHR' : 'Standalone launch'}\n${lines.join('\n')}\n  ${end}\n`;
}
