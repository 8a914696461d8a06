import { words } from './authorization/scopes.ts';
import { HttpRefusal } from './http.ts';
import { CLINICIAN, type Launch, type Launches } from './launchRegistry.ts';
import { DEFAULT_SETTINGS, type LaunchSettings } from './launchSettings.ts';
import type { Records } from './fhir/records.ts';
import { styleUrl } from './smartStyles.ts';
import type { Vendor } from './vendors/vendor.ts';

type DeskOptions = {
  readonly origin: string;
  readonly appOrigin: string;
  readonly fhirBases: Readonly<Record<Vendor, string>>;
  readonly records: Records;
  readonly launches: Launches;
};

/** Where launches are started: by the launch page, by the EHR frame's patient list and by the JSON API. */
export class Desk {
  readonly #options: DeskOptions;
  readonly #settings = new Map<string, LaunchSettings>();
  #standalone: LaunchSettings | undefined;

  constructor(options: DeskOptions) {
    this.#options = options;
  }

  start(settings: LaunchSettings): { readonly launch: string | undefined; readonly url: string } {
    const { origin, launches, records } = this.#options;
    const { patient, kind } = settings;
    if (patient !== undefined && !records.record(patient))
      throw new HttpRefusal(400, 'There is no such patient.');
    if (kind === 'standalone') {
      this.#standalone = settings;
      return { launch: undefined, url: this.appUrl() };
    }
    if (patient === undefined) throw new HttpRefusal(400, 'This kind of launch needs a patient.');
    const launch = launches.add(this.launchFor(patient, CLINICIAN, settings));
    this.#settings.set(launch, settings);
    const frame = `${origin}/ehr?${new URLSearchParams({ launch }).toString()}`;
    return { launch, url: kind === 'frame' ? frame : this.appUrl(launch) };
  }

  launchFor(
    patient: string | undefined,
    user: string,
    settings: Omit<LaunchSettings, 'patient' | 'kind'>,
  ): Launch {
    const { vendor, scopes, banner, tokenLifeSeconds, intent, tenant, fhirContext, style } = settings;
    return {
      fhirBase: this.#options.fhirBases[vendor],
      user,
      patient,
      encounter: this.#encounter(patient, settings.encounter),
      banner,
      scopes: scopes === undefined ? undefined : words(scopes),
      tokenLifeSeconds,
      intent,
      tenant,
      fhirContext,
      styleUrl: style && styleUrl(style, this.#options.origin),
      once: false,
      declined: false,
    };
  }

  /** The settings of an EHR launch, so that another patient can be opened with the same ones. */
  settingsOf(launch: string): LaunchSettings | undefined {
    return this.#settings.get(launch);
  }

  /** A standalone launch cannot carry settings through the app: the next consent page takes the last ones made. */
  get standalone(): Omit<LaunchSettings, 'kind'> {
    return this.#standalone ?? { ...DEFAULT_SETTINGS, patient: undefined };
  }

  forgetStandalone(): void {
    this.#standalone = undefined;
  }

  appUrl(launch?: string): string {
    const { appOrigin, fhirBases } = this.#options;
    const { vendor } = (launch === undefined ? undefined : this.#settings.get(launch)) ?? DEFAULT_SETTINGS;
    const query = new URLSearchParams({ iss: fhirBases[vendor], ...(launch !== undefined && { launch }) });
    return `${appOrigin}/launch.html?${query.toString()}`;
  }

  #encounter(patient: string | undefined, wanted: string | boolean): string | undefined {
    if (typeof wanted === 'string') return wanted;
    if (!wanted || patient === undefined) return undefined;
    const encounters = (this.#options.records.record(patient)?.ofType('Encounter') ?? []).filter(
      (resource) => resource.resourceType === 'Encounter',
    );
    return encounters.toSorted((a, b) => (a.period?.start ?? '').localeCompare(b.period?.start ?? '')).at(-1)
      ?.id;
  }
}
