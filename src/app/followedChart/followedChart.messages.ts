import { textsOf } from '../../words/catalog.ts';

/** These texts stand in the header where the launch named a hub. */
export const followedChartMessages = {
  follows: 'Opened {opened}. Closes when you change patient in the EHR',
  lost: 'Opened {opened}. EHR link lost at {since}: does not update if you change patient. Trying again',
  gone: 'Opened {opened}. EHR link lost at {since}: does not update if you change patient',
  denied: 'Opened {opened}. No EHR link: does not update if you change patient',
} as const;

export const followedChartTexts = textsOf(followedChartMessages, 'followedChart');
