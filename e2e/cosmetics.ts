export const slug = 'cosmetics-notification';
export const procedureTitle = 'Cấp số tiếp nhận Phiếu công bố sản phẩm mỹ phẩm nhập khẩu';

/** A cosmetic of the test's own: its name finds it again in every list. */
export function newProduct(): string {
  return `Kem dưỡng ẩm ${crypto.randomUUID().slice(0, 8)}`;
}
