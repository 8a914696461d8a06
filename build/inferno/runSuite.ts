import { setTimeout as wait } from 'node:timers/promises';
import { KitError, type KitApi, type KitGroup, type KitResult, type KitTest } from './kitApi.ts';

export type LaunchKind = 'ehr' | 'standalone';
/** This is one test of the suite with its result. */
type Row = {
  readonly number: string;
  readonly title: string;
  readonly isRequired: boolean;
  /** The result as the kit writes it ("pass", "fail", "skip"…), or "none" for a test that was not run. */
  readonly result: string;
  readonly why: string;
};
export type Outcome = {
  readonly kind: LaunchKind;
  readonly rows: readonly Row[];
  readonly hasPassed: boolean;
};

/** The run did not come to its end: the launch failed, or the kit did not get on. */
export class UnfinishedRunError extends Error {
  override name = 'UnfinishedRunError' as const;
}

export type SuiteRun = {
  readonly api: KitApi;
  /** The pages of Longview are below this address, which ends with a slash. */
  readonly app: string;
  readonly kind: LaunchKind;
  readonly clientId: string;
  /** Opens the address as a person does and returns when the record was read. Throws with what the page said instead. */
  readonly launch: (address: string, kind: LaunchKind) => Promise<void>;
  readonly patienceMs: number;
};

const LOOK_EVERY_MS = 500;
const PATIENT = {
  resourceType: 'Patient',
  id: 'inferno-test',
  name: [{ family: 'Inferno', given: ['Test'] }],
};

/** The kit asks for these (client_suite/registration_alp_verification_test.rb, access_alp_interaction_test.rb). */
const inputsOf = ({ app, clientId }: SuiteRun): Readonly<Record<string, string>> => ({
  client_id: clientId,
  smart_launch_urls: `${app}launch.html`,
  smart_redirect_uris: `${app}index.html`,
  launch_context: JSON.stringify({ patient: PATIENT.id }),
  fhir_user_relative_reference: '',
  fhir_read_resources_bundle: JSON.stringify({
    resourceType: 'Bundle',
    type: 'collection',
    entry: [{ resource: PATIENT }],
  }),
  // Each search gets this, so Longview reads a record without results.
  echoed_fhir_response: JSON.stringify({ resourceType: 'Bundle', type: 'searchset', total: 0, entry: [] }),
});

/** Runs the suite for one kind of launch: session, run, launch, results. */
export async function runSuite(suite: SuiteRun): Promise<Outcome> {
  const { api, kind, clientId } = suite;
  const session = await api.createSession();
  const run = await api.startRun(session.id, inputsOf(suite));
  try {
    await untilStatus(suite, run.id, ['waiting', 'done']);
    const waiting = (await api.results(run.id)).find(({ result }) => result === 'wait');
    // A run that is done already refused the registration, and its rows say why.
    if (waiting !== undefined) {
      await suite.launch(addressOf(suite, waiting), kind);
      await api.resume(clientId);
      await untilStatus(suite, run.id, ['done']);
    }
  } catch (error) {
    await api.cancel(run.id);
    throw error;
  }
  return outcomeOf(kind, session.test_suite.test_groups, await api.results(run.id));
}

/** Returns the launch link that the kit shows in its dialog, or Longview's own start page. */
function addressOf({ app, kind }: SuiteRun, { result_message: text = '' }: KitResult): string {
  if (kind === 'standalone') return app;
  const [, link] = /\((https:\/\/[^\s)]+[?&]launch=[^\s)]+)\)/.exec(text) ?? [];
  if (link === undefined || !link.startsWith(`${app}launch.html?`))
    throw new KitError(`the kit shows no launch link to ${app}launch.html: ${text.slice(0, 300)}`);
  return link;
}

async function untilStatus({ api, patienceMs }: SuiteRun, runId: string, wanted: readonly string[]) {
  const endMs = Date.now() + patienceMs;
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- one look after another
    const { status } = await api.run(runId);
    if (wanted.includes(status)) return;
    if (Date.now() > endMs)
      throw new UnfinishedRunError(
        `the kit's run is "${status}" after ${patienceMs / 1000} s, and was to be "${wanted.join('" or "')}"`,
      );
    // oxlint-disable-next-line no-await-in-loop -- the kit gets time to go on
    await wait(Math.min(LOOK_EVERY_MS, patienceMs));
  }
}

type Required = KitTest & { readonly isRequired: boolean };

const testsOf = (groups: readonly KitGroup[], isRequired = true): Required[] =>
  groups.flatMap(({ optional, tests = [], test_groups: inner = [] }) => [
    ...tests.map((test) => ({ ...test, isRequired: isRequired && !optional && !test.optional })),
    ...testsOf(inner, isRequired && !optional),
  ]);

/** A test that the kit omits does not apply, and the kit itself counts it as fine. */
const isFine = ({ result }: Row): boolean => result === 'pass' || result === 'omit';

/** Puts each test of the suite beside its result. A required test without a result has not passed, and nor has an empty suite. */
function outcomeOf(kind: LaunchKind, groups: readonly KitGroup[], results: readonly KitResult[]): Outcome {
  const rows = testsOf(groups).map(({ id, short_id: number, title, isRequired }) => {
    const found = results.findLast(({ test_id: testId }) => testId === id);
    const errors = (found?.messages ?? []).filter(({ type }) => type === 'error');
    const why = [found?.result_message ?? '', ...errors.map(({ message }) => message)];
    const result = found?.result ?? 'none';
    return { number, title, isRequired, result, why: result === 'pass' ? '' : why.join(' ').trim() };
  });
  const required = rows.filter(({ isRequired }) => isRequired);
  const hasPassed = required.some(({ result }) => result === 'pass') && required.every(isFine);
  return { kind, rows, hasPassed };
}
