import type { User } from '../authorization/providerConfiguration.ts';
import { CLINICIAN_NAME } from '../fhir/practitioner.ts';
import { HttpError } from '../http.ts';
import { CLINICIAN_ID, type Launch, type LaunchRegistry } from '../launchRegistry.ts';
import { DEFAULT_SETTINGS, launchFromSettings, type LaunchSettings } from '../launchSettings.ts';
import type { PatientSummary } from '../pages/patientSummary.ts';
import type { PeopleDirectory } from './people.ts';

type LaunchesOptions = {
  readonly origin: string;
  readonly appOrigin: string;
  readonly fhirBase: string;
  readonly people: PeopleDirectory;
  readonly launchRegistry: LaunchRegistry;
};

/** Starts launches for people of the server behind. Each of them was found there first. */
export class UpstreamLaunches {
  readonly #options: LaunchesOptions;
  readonly #started = new Map<
    string,
    { readonly settings: LaunchSettings; readonly patient: PatientSummary }
  >();
  readonly #names = new Map<string, string>();
  #standalone: LaunchSettings = { ...DEFAULT_SETTINGS, kind: 'standalone', patient: undefined };

  constructor(options: LaunchesOptions) {
    this.#options = options;
  }

  async start(
    settings: LaunchSettings,
  ): Promise<{ readonly launch: string | undefined; readonly url: string }> {
    const { people, launchRegistry, origin } = this.#options;
    if (settings.vendor !== 'generic')
      throw new HttpError(400, 'A server behind the sandbox has its own habits; vendor must be generic.');
    const patient = settings.patient === undefined ? undefined : await people.find(settings.patient);
    if (settings.patient !== undefined && !patient) throw new HttpError(400, 'There is no such patient.');
    if (settings.kind === 'standalone') {
      this.#standalone = settings;
      return { launch: undefined, url: this.appUrl() };
    }
    if (!patient) throw new HttpError(400, 'This kind of launch needs a patient.');
    const launch = launchRegistry.add(this.launchOf(patient, CLINICIAN_ID, settings));
    this.#started.set(launch, { settings, patient });
    const query = new URLSearchParams({ launch });
    return {
      launch,
      url: settings.kind === 'frame' ? `${origin}/ehr?${query.toString()}` : this.appUrl(launch),
    };
  }

  started(launch: string) {
    const started = this.#started.get(launch);
    if (!started)
      throw new HttpError(404, 'This launch is not known, perhaps because the sandbox was restarted.');
    return started;
  }

  /** The next sign-in takes the settings of the last standalone launch, since the app cannot carry them. */
  get standalone(): LaunchSettings {
    return this.#standalone;
  }

  launchOf(patient: PatientSummary | undefined, user: string, settings: LaunchSettings): Launch {
    const { origin, fhirBase } = this.#options;
    const { encounter } = settings;
    if (patient) this.#names.set(patient.id, patient.name);
    return {
      ...launchFromSettings(settings, origin),
      fhirBase,
      user,
      patient: patient?.id,
      // The latest encounter of somebody is not looked for. One that is named is passed on.
      encounter: typeof encounter === 'string' ? encounter : undefined,
      hub: undefined, // the charts of the server behind are its own
    };
  }

  findUser({ user }: Launch): User | undefined {
    const { fhirBase } = this.#options;
    if (user === CLINICIAN_ID)
      return { fhirUser: `${fhirBase}/Practitioner/${CLINICIAN_ID}`, name: CLINICIAN_NAME };
    const name = this.#names.get(user);
    return name === undefined ? undefined : { fhirUser: `${fhirBase}/Patient/${user}`, name };
  }

  appUrl(launch?: string): string {
    const { appOrigin, fhirBase } = this.#options;
    const query = new URLSearchParams({ iss: fhirBase, ...(launch !== undefined && { launch }) });
    return `${appOrigin}/launch.html?${query.toString()}`;
  }
}
