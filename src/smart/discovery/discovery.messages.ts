/**
 * `launch.html` inlines these texts, so they are read without the library. They stand under "Details" of an error, and in the
 * launch inspector.
 */
export const discoveryTexts = {
  noAnswerInTime: 'no answer within 8 s',
  notCompleteInTime: 'the answer was not complete after 8 s',
  networkOrCors: 'network error, or CORS: the server must allow the origin %origin%',
  status: '.well-known/smart-configuration returned status %status%',
  tooLong: '.well-known/smart-configuration is longer than 128 KiB',
  notJson: '.well-known/smart-configuration is not JSON, or has a field twice',
  noPkce: 'code_challenge_methods_supported lacks S256',
  noAuthorizationEndpoint: 'no authorization endpoint',

  endpointMissing: '%field% is missing or not an address',
  parameterInQuery: '%field% has %parameter% in its query',
  foreignOrigin: '%field% is on %origin%; if that is right, add it to authOrigins',
  notHttps: '%field% is not https',
  userOrFragment: '%field% has a user name, a password or a fragment',
  notTheIssuer: '%field% differs from the one in the site file',
  notAnAddress: '%field% is not an address',
} as const;
