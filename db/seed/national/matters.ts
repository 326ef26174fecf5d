import { catalogue } from '@/lib/procedures/catalogue';
import type { ProcedureDefinition } from '@/lib/procedures/define';
import { units } from '../units';
import { type Courses, coursesOf } from './courses';
import { type Draw, dealer, drawsFrom } from './draws';
import { type FilledForm, formsOf } from './forms';

/** From the busiest on; the share of each falls as its rank grows (Zipf). */
const byBusyness = [
  'cosmetics-notification',
  'practising-licence',
  'drug-registration',
  'driver-health-data',
  'food-advertising-confirmation',
  'health-supplement-declaration',
  'drug-registration-renewal',
  'device-registration-cd',
  'traditional-medicine-registration',
  'device-import-licence',
  'birth-certificate-data',
  'drug-advertising-confirmation',
  'drug-import-licence',
  'device-free-sale-certificate',
  'death-notice-data',
  'pharmacy-business-certificate',
  'cosmetics-import-order',
  'disinfectant-renewal',
  'drug-export-licence',
];

/** A procedure with the forms and courses its dossiers are drawn from. */
export interface Matter {
  readonly definition: ProcedureDefinition;
  readonly unitNumber: string;
  readonly forCitizens: boolean;
  readonly forms: readonly FilledForm[];
  readonly courses: Courses;
}

function rankOf(slug: string): number {
  const rank = byBusyness.indexOf(slug);
  return rank === -1 ? byBusyness.length : rank;
}

/** Draws what a dossier is handed in for. */
export function matterDealer(): (draw: Draw) => Matter {
  const numbers = new Map(units.map(({ code, dossierCodeNumber }) => [code, dossierCodeNumber ?? '00']));
  return dealer(
    catalogue.map((definition, nth) => {
      const matter = {
        definition,
        unitNumber: numbers.get(definition.unit) ?? '00',
        forCitizens: definition.applicant.includes('citizen'),
        forms: formsOf(definition),
        courses: coursesOf(definition, drawsFrom(-1 - nth)),
      };
      return [matter, 1 / (1 + rankOf(definition.slug))] as const;
    }),
  );
}
