import { unknownStart } from '../rules';
import type { FacilityLine, FacilityView } from '../schema';
import type { FacilityDetail, FacilityItem } from './schema';

export const facilityItem = (line: FacilityLine): FacilityItem => ({
  id: line.id,
  code: line.code,
  name: line.name,
  nameToday: line.today,
  form: line.form,
  class: line.class,
  ownership: line.ownership,
  managedBy: line.managedBy,
  status: line.status,
  place: line.place,
  unit: line.unitCode,
  sample: line.sample,
});

interface Dated {
  validFrom: string;
  validTo: string | null;
  sourceRef: string;
  confidence: FacilityDetail['confidence'];
}

const dated = ({ validFrom, validTo, sourceRef, confidence }: Dated) => ({
  validFrom: validFrom === unknownStart ? null : validFrom,
  validTo,
  source: sourceRef,
  confidence,
});

/** Who holds a role is personal and stays inside the portal. */
export function facilityDetail(view: FacilityView & { at: string }): FacilityDetail {
  return {
    ...facilityItem(view),
    at: view.at,
    version: view.version,
    address: view.address,
    openedOn: view.openedOn,
    closedOn: view.closedOn,
    source: view.sourceRef,
    confidence: view.confidence,
    history: view.history.map((row) => ({ attribute: row.attribute, value: row.value, ...dated(row) })),
    parents: view.parents.map((row) => ({
      place: row.place,
      managedBy: row.body,
      decision: row.decision,
      ...dated(row),
    })),
    relatives: view.relatives.map(({ id, name, side, change, since }) => ({ id, name, side, change, since })),
  };
}
