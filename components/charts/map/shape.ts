/** Coordinates of the outlines: four steps to a unit of the source. */
export const mapBox = { width: 3248, height: 3492 } as const;

/** Hoàng Sa belongs to Đà Nẵng, Trường Sa to Khánh Hòa. */
export interface IslandShape {
  key: 'hoangSa' | 'truongSa';
  of: string;
  path: string;
}
