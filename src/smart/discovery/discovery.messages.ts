/**
 * `launch.html` inlines these texts, so they are read without the library. They stand under "Details" of an error, and in the
 * launch inspector.
 */

export const noAnswerInTime = 'no answer within 8 s';
export const notCompleteInTime = 'no whole answer within 8 s';
export const networkOrCors = (origin: string): string =>
  `network, redirect or CORS: the server must allow the origin ${origin}`;
export const settingsStatus = (status: string): string =>
  `.well-known/smart-configuration returned status ${status}`;
export const tooLong = '.well-known/smart-configuration is longer than 128 KiB';
export const notJson = '.well-known/smart-configuration is not JSON, too deep, or has a field twice';
export const noPkce = 'code_challenge_methods_supported lacks S256';
export const noAuthorizationEndpoint = 'no authorization endpoint';

export const endpointMissing = (field: string): string => `${field} is missing or not an address`;
export const parameterInQuery = (field: string, parameter: string): string =>
  `${field} has ${parameter} in its query`;
export const foreignOrigin = (field: string, origin: string): string =>
  `${field} is on ${origin}; if that is right, add it to authOrigins`;
export const notHttps = (field: string): string => `${field} is not https`;
export const userOrFragment = (field: string): string => `${field} has a user name, a password or a fragment`;
export const notTheIssuer = (field: string): string => `${field} differs from the one in the site file`;
export const notAnAddress = (field: string): string => `${field} is not an address`;
