import { textsOf } from '../../words/catalog.ts';

export const sessionTexts = textsOf({
  renewedForAnother: 'the refreshed token names another patient or encounter',

  styleOriginNotListed: '{origin} is not in styleOrigins of the site file',
  stylePlaceNotListed: 'its place is not in styleOrigins of the site file',
  styleStatus: 'status {status}',
  styleTooLong: 'longer than {limit} kB',
  styleTooLate: 'no answer within {limit} seconds',
  styleUnreadable: 'could not be loaded: network error, redirect, or no CORS header for Longview',
  styleNotJson: 'not JSON',
  styleNotObject: 'not a JSON object',
});
