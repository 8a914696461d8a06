import type { Translated } from '../../words/language.ts';
import type { growthChartMessages } from './growthChart.messages.ts';

export const growthChartSpanish: Translated<typeof growthChartMessages> = {
  chartName: '{name}, gráfica de crecimiento con {count, plural, one {1 punto} other {{shown} puntos}}',
  keys: 'Las teclas de flecha van de punto en punto.',
  nonePicked: 'Elija un punto o use las teclas de flecha.',
  place: '{index} de {total}',
  ageInMonths: 'Edad en meses',
  ageInYears: 'Edad en años',
  ageCorrected:
    '{age}. Hasta los 2 años se cuenta desde la fecha prevista del parto. La línea corta lleva a la edad desde el nacimiento.',
  whoShort: 'OMS 2006',
  cdcShort: 'CDC 2000',
  whoGirls: 'Menos de 2 años: patrones de crecimiento de la OMS, 2006, niñas.',
  whoBoys: 'Menos de 2 años: patrones de crecimiento de la OMS, 2006, niños.',
  cdcGirls: 'Desde los 2 años: tablas de crecimiento de los CDC, 2000, niñas.',
  cdcBoys: 'Desde los 2 años: tablas de crecimiento de los CDC, 2000, niños.',
  curves:
    'El número al final de cada línea es su percentil. La línea 50 quiere decir: de cada 100 niños de la misma edad y el mismo sexo, 50 {measure, select, height {miden menos} weight {pesan menos} headCircumference {tienen la cabeza más pequeña} other {tienen un IMC más bajo}}.',
  spans: 'Edades',
  all: 'Todas las edades',
  underTwo: 'Menos de 2 años',
  fromTwo: 'Desde los 2 años',
  valueIn: '{name} en {unit}',
};
