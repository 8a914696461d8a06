import { textsOf } from '../../words/catalog.ts';

/** Each source carries these words and no stronger ones: an order says nothing of taking (decision 38). */
export const medicationChangesTexts = textsOf({
  begun:
    '{name} {dose} {type, select, MedicationRequest {ordered from} MedicationStatement {taken from} MedicationAdministration {given from} other {started}} {time}',
  begunAgain:
    '{name} {dose} {type, select, MedicationRequest {ordered again from} MedicationStatement {taken again from} MedicationAdministration {given again from} other {restarted}} {time}',
  ended:
    '{name} {type, select, MedicationRequest {order ended} MedicationStatement {taken until} MedicationAdministration {given until} other {ended}} {time}',
  supplied: '{name} {dose} {supply} {time}',
  since: '{name} {dose} since {time}',
  besideOrAfter: '{name} {dose} since {time}, beside or after {previousDose}',
  wasBefore: '{change}, was {previousDose}',
  plannedFrom: '{name} {dose} planned from {time}',
  stopPlanned: '{name}, stop planned {time}',
  oneDoseEndPlanned: '{name} {previousDose}, end planned {time}',
  oneDoseEnded: '{name} {previousDose} ended {time}, another dose not known to have ended',
  oneDoseContinues: '{name} {previousDose} ended {time}, {continued} continues',
  severalDosesContinue: '{name} {previousDose} ended {time}, {continued} continue',
  noName: 'unnamed medication',
  anotherDose: 'another dose',
  oneOfSeveral: 'one of several doses',
});
