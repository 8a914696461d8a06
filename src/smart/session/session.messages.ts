import { textsOf } from '../../words/catalog.ts';

export const sessionTexts = textsOf({
  renewedForAnother: 'the renewed token names another',

  styleOriginNotListed: '{origin} is not in styleOrigins of the site file',
  stylePlaceNotListed: 'its place is not in styleOrigins of the site file',
  styleStatus: 'answered with status {status}',
  styleTooLong: 'longer than {limit} kB',
  styleTooLate: 'not there within {limit} seconds',
  styleUnreadable: 'could not be read: no connection, a redirect, or no CORS header for Longview',
  styleNotJson: 'not JSON',
  styleNotObject: 'not a JSON object',
});
