/** Coordinates of the outlines: four steps to a unit of the source. */
export const mapBox = { width: 3248, height: 3492 } as const;

export interface PlaceShape {
  /** `p34-01`, `p63-01` */
  id: string;
  /** In square units of the source; the test weighs the two worlds against each other. */
  area: number;
  path: string;
}

/** Hoàng Sa belongs to Đà Nẵng, Trường Sa to Khánh Hòa. */
export interface IslandShape {
  key: 'hoangSa' | 'truongSa';
  of: string;
  path: string;
}
