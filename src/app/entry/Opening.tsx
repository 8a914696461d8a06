import type { PatientIdentity } from '../../clinical/patient/patient.ts';
import { PatientLine } from '../../parts/header/PatientLine.tsx';

type OpeningProps = { readonly patient?: PatientIdentity | undefined; readonly banner?: 'full' | 'compact' };

/** Shows the patient's line, if it is known, until there is more to show. There is no spinner. */
export const Opening = ({ patient, banner = 'full' }: OpeningProps) => (
  <>
    <PatientLine patient={patient} banner={banner} />
    <main aria-busy="true" />
  </>
);
