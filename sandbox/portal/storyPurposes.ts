import type { PatientSummary } from '../pages/patientSummary.ts';
import { html, type Html } from '../pages/html.ts';
import type { Language } from './language.ts';

/** These texts say in Spanish what each invented person is there to show. A test holds that no person of the sandbox is missing. */
const IN_SPANISH: ReadonlyMap<string, string> = new Map([
  ['kidney', 'Doce años de diabetes y presión alta, unos 740 resultados; el potasio sube con una medicina.'],
  ['icu', 'Datos de un monitor cada cinco minutos, dos formas de medir la presión, oxígeno y laboratorio.'],
  ['child', 'Peso en gramos y luego en kilos, largo y luego altura, cabeza; los rangos cambian con la edad.'],
  ['healthy', 'Una persona sana: cuatro resultados, uno sin hora y uno sin rango.'],
  ['empty', 'Una persona sin ningún resultado.'],
  ['deceased', 'Una persona que falleció; hay resultados hasta las últimas horas y un informe de después.'],
  ['chemo', 'La sangre baja y sube cada 21 días, una fiebre sin defensas, la hemoglobina baja.'],
  ['pregnancy', 'Rangos del embarazo, presión que sube al final, prueba de azúcar, corazón del bebé.'],
  ['thyroid', 'Una hormona (TSH) muy alta y muy baja; la dosis se encontró con los años.'],
  [
    'laboratories',
    'Resultados que engañan si solo se mira el número: textos, fechas y unidades mal puestas.',
  ],
  ['yearofbirth', 'Solo se sabe el año en que nació; pocos datos.'],
  ['japanese', 'Un nombre escrito de tres formas; pruebas y notas en japonés.'],
  ['arabic', 'Un nombre y notas que se leen desde la derecha, junto a números que no.'],
  ['parent', 'Un resultado urgente y uno que no es final; también ve las historias de sus hijos.'],
  ['preterm', 'Crecimiento de un bebé que nació antes de tiempo; algunos pesos en libras.'],
  ['home', 'Presión dos veces al día, peso cada mañana y una semana de azúcar, medidos en casa.'],
  ['merged', 'Una historia que se cambió por otra; ya no se usa.'],
  ['odd', 'Todas las formas raras en que los servidores envían datos, una de cada una.'],
]);

/** Says what an invented person is there to show. Nobody but the sandbox knows an imported one, so those words stay English. */
export function storyPurpose({ id, purpose }: PatientSummary, language: Language): Html {
  if (language === 'en') return html`${purpose}`;
  const spanish = IN_SPANISH.get(id);
  return spanish === undefined ? html`<span lang="en">${purpose}</span>` : html`${spanish}`;
}
