import type {
  FacilityClass,
  FacilityForm,
  facilityStatuses,
  ManagingBody,
  Ownership,
} from '@/db/schema/facilities';
import type { Words } from '../define';

export interface FacilityRow {
  readonly id: string;
  /** Its place in every column of the cube; it keeps it for life. */
  readonly number: number;
  readonly name: Words;
  readonly form: FacilityForm;
  readonly ownership: Ownership;
  readonly managedBy: ManagingBody;
  readonly class: FacilityClass;
  readonly oldLevel: number | null;
  readonly insured: boolean;
  readonly insuredSince: string | null;
  readonly obstetrics: boolean;
  readonly driverChecks: boolean;
  readonly status: (typeof facilityStatuses)[number];
  readonly openedOn: string | null;
  readonly closedOn: string | null;
  readonly placeId: string;
  /** Who receives its reports. */
  readonly unitCode: string | null;
  readonly sample: boolean;
}

/** A dated value of one attribute; `validTo` is exclusive. */
export interface AttributeRow {
  readonly facilityId: string;
  readonly attribute: string;
  readonly value: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export interface ParentRow {
  readonly facilityId: string;
  readonly placeId: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

export type WorldOf = '34' | '63';

export interface PlaceRow {
  readonly id: string;
  readonly code: string;
  readonly world: WorldOf;
  readonly name: Words;
}

export interface RegistryRows {
  readonly facilities: readonly FacilityRow[];
  readonly attributes: readonly AttributeRow[];
  readonly parents: readonly ParentRow[];
  readonly places: readonly PlaceRow[];
  /** Which of the 63 became part of which of the 34. */
  readonly mergers: readonly { readonly successorId: string; readonly predecessorId: string }[];
}

/** What a share of the missing can be broken down by. */
export type Dimension = WorldOf | 'ownership' | 'class';

/** In the order of the registry; also how a group is called where no page's own words reach. */
export const ownershipWords: Readonly<Record<string, Words>> = {
  ministry: { vi: 'Bộ Y tế', en: 'Ministry of Health' },
  other_ministry: { vi: 'Bộ, ngành khác', en: 'Other ministries' },
  local: { vi: 'Địa phương', en: 'Provinces' },
  private: { vi: 'Tư nhân', en: 'Private' },
  joint_venture: { vi: 'Liên doanh', en: 'Joint venture' },
  foreign: { vi: 'Vốn nước ngoài', en: 'Foreign-owned' },
} satisfies Record<Ownership, Words>;

export const classWords: Readonly<Record<string, Words>> = {
  special: { vi: 'Hạng đặc biệt', en: 'Special class' },
  class_1: { vi: 'Hạng I', en: 'Class I' },
  class_2: { vi: 'Hạng II', en: 'Class II' },
  class_3: { vi: 'Hạng III', en: 'Class III' },
  class_4: { vi: 'Hạng IV', en: 'Class IV' },
  unranked: { vi: 'Chưa xếp hạng', en: 'Not ranked' },
} satisfies Record<FacilityClass, Words>;
