import { expect, test } from 'vitest';
import { scopeRows } from './scopeRows.ts';
import { findingTexts } from './finding.messages.ts';

const rows = (requestedScope: string, scope: string, isScopeSent = true) =>
  scopeRows({ requestedScope, scope, isScopeSent }, () => '').map((row) => [
    row.scope,
    row.requested,
    row.granted,
  ]);

test('types and rights count, not the spelling', () => {
  expect(
    rows(
      'launch patient/Patient.r patient/Observation.rs patient/Encounter.rs',
      'patient/Patient.read patient/*.rs',
    ),
  ).toEqual([
    ['launch', 'yes', findingTexts('launchNotRepeated')],
    ['patient/Patient.r', 'yes', 'yes, as patient/Patient.read patient/*.rs'],
    ['patient/Observation.rs', 'yes', 'yes, as patient/*.rs'],
    ['patient/Encounter.rs', 'yes', 'yes, as patient/*.rs'],
  ]);
});

test('what was refused, what was cut down, and what came unasked', () => {
  expect(
    rows(
      'patient/Observation.rs patient/Encounter.rs online_access',
      'patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory openid patient/Observation.write',
    ),
  ).toEqual([
    [
      'patient/Observation.rs',
      'yes',
      'in part, as patient/Observation.rs?category=http://terminology.hl7.org/CodeSystem/observation-category|laboratory',
    ],
    ['patient/Encounter.rs', 'yes', 'no'],
    ['online_access', 'yes', 'no'],
    ['openid', 'no', 'yes'],
    ['patient/Observation.write', 'no', 'yes'],
  ]);
});

test('a server that says nothing is quoted with nothing', () => {
  expect(rows('patient/Observation.rs', 'patient/Observation.rs', false)).toEqual([
    ['patient/Observation.rs', 'yes', findingTexts('scopesNotSaid')],
  ]);
});

test('a scope is the server’s text: what could name somebody is left out', () => {
  expect(
    rows('launch', 'launch secret-123 patient/Observation.rs?patient=p1 a%').map(([scope]) => scope),
  ).toEqual(['launch', 'a scope that is not shown', 'patient/Observation.rs?…', 'a scope that is not shown']);
});

test('row 42: a form of the server is compared by type and right too', () => {
  const requestedScope = 'patient.Patient.read patient.Condition.read';
  const scope = 'api://x/patient.Patient.read patient.Observation.read';
  const found = scopeRows({ requestedScope, scope, isScopeSent: true }, () => '');
  expect(found.map((row) => [row.scope, row.requested, row.isLessGranted])).toEqual([
    ['patient.Patient.read', 'yes', false],
    ['patient.Condition.read', 'yes', true],
    ['patient.Observation.read', 'no', false],
  ]);
});
