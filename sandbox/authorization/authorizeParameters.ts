import type { Configuration, KoaContextWithOIDC } from 'oidc-provider';
import type { FaultBoard } from '../faults/activeFaults.ts';
import type { Launch, Launches } from '../launchRegistry.ts';
import type { Vendor } from '../vendors/vendor.ts';
import { errors } from './oidcLibrary.ts';
import { words } from './scopes.ts';

type Needs = {
  readonly fhirBases: Readonly<Record<Vendor, string>>;
  readonly launches: Launches;
  readonly faults: FaultBoard;
};

/** The launch that this authorization request belongs to, once its parameters were checked. */
export const launchOf = (ctx: KoaContextWithOIDC): Launch | undefined => ctx.state['launch'];

/**
 * SMART's own checks at the authorization endpoint. The library runs every entry, in this order, whether its
 * parameter was sent or not.
 */
export function authorizeParameters({
  fhirBases,
  launches,
  faults,
}: Needs): NonNullable<Configuration['extraParams']> {
  return {
    // Our own parameter: the scope as asked. The library strips `offline_access` from `scope` without a prompt.
    asked(ctx) {
      const params = ctx.oidc.params ?? {};
      if (params['state'] === undefined) throw new errors.InvalidRequest('state is required');
      params['asked'] = [scopeAsSent(ctx)].flat()[0];
    },
    aud(ctx, aud) {
      if (!Object.values(fhirBases).some((base) => base === aud))
        throw new errors.InvalidRequest('aud must be this FHIR server');
      if (aud !== fhirBases.generic && ctx.oidc.params?.['launch'] === undefined)
        throw new errors.InvalidRequest('this server is opened from the EHR only');
    },
    launch(ctx, id) {
      const { error, description } = faults.current.authorize ?? {};
      if (error !== undefined) throw new errors.CustomOIDCProviderError(error, description);
      if (id === undefined) return; // patient standalone: the consent page comes
      const launch = launches.take(id);
      // A launch of another of our servers is unknown at this one.
      if (!launch || launch.fhirBase !== ctx.oidc.params?.['aud'])
        throw new errors.InvalidRequest('unknown launch');
      if (!launch.once && !words(ctx.oidc.params?.['asked']).includes('launch')) {
        throw new errors.InvalidScope('scope launch is required', 'launch');
      }
      if (launch.declined) throw new errors.AccessDenied('The user declined.');
      ctx.state['launch'] = launch;
      ctx.oidc.session?.loginAccount({ accountId: launch.user, transient: true });
    },
  };
}

const scopeAsSent = (ctx: KoaContextWithOIDC): unknown =>
  ctx.method === 'POST' ? ctx.oidc.body?.['scope'] : ctx.query['scope'];
