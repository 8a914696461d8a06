import { SEARCHABLE_TYPES } from '../fhir/searchDefinitions.ts';
import { EVENTS_SUPPORTED } from '../fhircast/hubEvents.ts';
import { SIGNING_ALGORITHMS } from './confidentialClient.ts';
import { OAUTH_ROUTES } from './providerConfiguration.ts';

const CONFIDENTIAL_CAPABILITIES = {
  client_secret_basic: 'client-confidential-symmetric',
  private_key_jwt: 'client-confidential-asymmetric',
} as const;

/** The discovery document lists what this server does and nothing else. */
export const smartConfiguration = (
  origin: string,
  hasStandalone: boolean,
  methods: readonly (keyof typeof CONFIDENTIAL_CAPABILITIES)[] = [],
  hasExport = false,
): object => ({
  issuer: origin,
  jwks_uri: origin + OAUTH_ROUTES.jwks,
  authorization_endpoint: origin + OAUTH_ROUTES.authorization,
  token_endpoint: origin + OAUTH_ROUTES.token,
  revocation_endpoint: origin + OAUTH_ROUTES.revocation,
  introspection_endpoint: origin + OAUTH_ROUTES.introspection,
  token_endpoint_auth_methods_supported: ['none', ...methods],
  ...(methods.includes('private_key_jwt') && {
    token_endpoint_auth_signing_alg_values_supported: SIGNING_ALGORITHMS,
  }),
  grant_types_supported: [
    'authorization_code',
    'refresh_token',
    ...(hasExport ? ['client_credentials'] : []),
  ],
  response_types_supported: ['code'],
  code_challenge_methods_supported: ['S256'],
  scopes_supported: [
    'openid',
    'fhirUser',
    'profile',
    'launch',
    'launch/patient',
    'online_access',
    'offline_access',
    ...EVENTS_SUPPORTED.map((name) => `fhircast/${name}.read`),
    'fhircast/SyncError.write',
    'patient/*.rs',
    'patient/*.read',
    ...[...SEARCHABLE_TYPES, 'Medication'].flatMap((type) => [`patient/${type}.rs`, `patient/${type}.read`]),
    ...(hasExport ? ['system/*.rs', 'system/*.read', 'system/Group.r'] : []),
  ],
  capabilities: [
    'launch-ehr',
    ...(hasStandalone ? ['launch-standalone'] : []),
    'authorize-post',
    'client-public',
    ...methods.map((method) => CONFIDENTIAL_CAPABILITIES[method]),
    'sso-openid-connect',
    'context-banner',
    'context-ehr-patient',
    'context-ehr-encounter',
    ...(hasStandalone ? ['context-standalone-patient'] : []),
    'permission-offline',
    'permission-online',
    'permission-patient',
    'permission-v1',
    'permission-v2',
  ],
});
