// A person measured these at home with a device of their own, and sent them in through the portal.
import type { Device, Observation } from 'fhir/r4';
import { metaSince, patientReference } from './commonElements.ts';

type HomeDevice = {
  readonly patient: string;
  /** This is the part of the id after that of the patient, such as "cuff". */
  readonly kind: string;
  readonly name: string;
  readonly since: string;
};

const deviceId = ({ patient, kind }: HomeDevice): string => `${patient}-device-${kind}`;

export const deviceResource = (device: HomeDevice): Device => ({
  resourceType: 'Device',
  id: deviceId(device),
  meta: metaSince(device.since),
  status: 'active',
  deviceName: [{ name: device.name, type: 'user-friendly-name' }],
  patient: patientReference(device.patient),
});

/** Returns a result as the person measured it: their own reading, with this device, at home. */
export const measuredAtHome = (
  observation: Observation,
  device: HomeDevice,
  performerName: string,
): Observation => ({
  ...observation,
  performer: [{ ...patientReference(device.patient), display: performerName }],
  method: { text: `${device.name}, at home` },
  device: { reference: `Device/${deviceId(device)}`, display: device.name },
});

/** Returns a result that a device measures and sends by itself, such as a sensor that is worn. */
export const measuredByDevice = (observation: Observation, device: HomeDevice): Observation => ({
  ...observation,
  performer: [{ reference: `Device/${deviceId(device)}`, display: device.name }],
  method: { text: `${device.name}, at home` },
  device: { reference: `Device/${deviceId(device)}`, display: device.name },
});
