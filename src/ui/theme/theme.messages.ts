import { textsOf } from '../../words/catalog.ts';

/** The inspector says with these why a part of the EHR's look is not taken over. */
export const themeTexts = textsOf({
  colours: 'colours',
  refusedPart: '{part}: {reason}',
  noneSent: 'none was sent',
  noBackground: 'color_background was not sent',
  notAColour: '{name} is not a colour as #rrggbb or rgb()',
  tooCloseToStates: '{name} is too close to the orange or red of results',
  tooTinted: 'color_background is more than tinted',
  tooCloseToNotice: 'color_background is too close to the ground of a notice',
  ownColour: 'Longview’s {name}',
  tooLittleContrast: '{foreground} on {background} would reach {ratio}:1, and {minRatio}:1 is needed',
  notAFontList: 'not a list of font families',
  noPlainDigits: 'no family in it is known to have plain digits of our width',
});
