import { z } from 'zod';
import type { Provenance, ProvinceType, World } from '../define';
import type { Names } from '../schema';

export const ListPlaces = z.object({
  at: z.iso.date().optional().catch(undefined),
  q: z.string().trim().max(60).optional().catch(undefined),
});
export type ListPlaces = z.output<typeof ListPlaces>;

/** What a province was called, and of which type, between two days. */
export interface TypeThen extends Provenance {
  type: ProvinceType;
  name: Names;
  validFrom: string;
  validTo: string | null;
  precision: 'day' | 'month' | 'year';
  note: Names | null;
}

export interface PlaceLink {
  id: string;
  code: string;
  name: Names;
}

export interface PlaceView extends Provenance {
  id: string;
  code: string;
  world: World;
  /** Name and type on the day asked for. */
  name: Names;
  type: ProvinceType | null;
  types: readonly TypeThen[];
  /** Of the other world: what it was made from, or what it became part of. */
  links: readonly PlaceLink[];
  change: 'unchanged' | 'merged' | null;
  /** The code of another former province: old systems mean that one by it. */
  codeOf: PlaceLink | null;
  /** Facilities that lie in it on the day. */
  facilities: number;
}

export interface PlaceList {
  at: string;
  world: World;
  places: readonly PlaceView[];
}
