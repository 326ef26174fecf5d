// Where the values of the catalogue come from. "found": a public page says so, the legal text itself was not re-read.
import type { Source } from '@/lib/procedures/define';
import type { Text } from '@/lib/procedures/fields/define';

type Extra = { document?: string; note?: Text };

/** What a public page was seen to say. */
export const pages = {
  cosmetics: {
    ref: 'Cổng Dịch vụ công quốc gia, thủ tục 175941 (công bố mỹ phẩm)',
    url: 'https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma_thu_tuc=175941',
  },
  cosmeticsOrder: {
    ref: 'Cổng dịch vụ công Bộ Y tế, thủ tục 1.002238 (dichvucong.moh.gov.vn, tthcId 1107703)',
  },
  drugRegistration: {
    ref: 'Cổng dịch vụ công Bộ Y tế, thủ tục 1.001111 (dichvucong.moh.gov.vn, tthcId 43), căn cứ cũ',
  },
  drugExport: {
    ref: 'Cổng dịch vụ công Bộ Y tế, cấp phép xuất khẩu thuốc (dichvucong.moh.gov.vn, tthcId 433)',
  },
  disinfectant: {
    ref: 'Cổng Dịch vụ công quốc gia, thủ tục 5483 (gia hạn chế phẩm)',
    url: 'https://dichvucong.gov.vn/p/home/dvc-tthc-thu-tuc-hanh-chinh-chi-tiet.html?ma_thu_tuc=5483&open_popup=1',
  },
  practisingLicence: {
    ref: 'Thủ tục cùng loại cấp tỉnh, Thừa Thiên Huế 20517',
    url: 'https://tthc.thuathienhue.gov.vn/Content/Thutuc/chitiet.aspx?iThuTuc=20517',
  },
  pharmacyBusiness: {
    ref: 'Thủ tục cùng loại cấp tỉnh 1.014076, Lào Cai',
    url: 'https://dichvucong.laocai.gov.vn/trang-chu/tra-cuu/chi-tiet-thu-tuc?ma-thu-tuc=110458',
  },
  deviceDecree: {
    ref: 'Nghị định 98/2021/NĐ-CP, bản hợp nhất',
    url: 'https://github.com/diepxuan/diepxuan.github.io/blob/main/van-ban/y-te-duoc/quan-ly-trang-thiet-bi-y-te.md',
  },
  foodDecree: {
    ref: 'Nghị định 46/2026/NĐ-CP',
    url: 'https://github.com/diepxuan/diepxuan.github.io/blob/main/van-ban/y-te-duoc/nghi-dinh-46-2026-nd-cp-an-toan-thuc-pham.md',
  },
  digitalDecree: {
    ref: 'Nghị định 224/2026/NĐ-CP, điều 14–16',
    url: 'https://datafiles.chinhphu.vn/cpp/files/vbpq/2026/7/224-ndcp.signed.pdf',
  },
  nationalFormula: { ref: 'Mô tả công thức Bộ chỉ số 766 trên Cổng Dịch vụ công quốc gia' },
  lawRegister: { ref: 'Danh mục văn bản pháp luật về y tế số, cập nhật 05/10/2026' },
  vietnamNews: { ref: 'Báo Công an Nhân dân, 13/11/2025' },
} as const;

export function found(page: { ref: string; url?: string }, extra: Extra = {}): Source {
  return { ...page, ...extra, confidence: 'found' };
}

/** From professional knowledge: shown as "not verified" until somebody reads the text. */
export function known(ref: string, extra: Extra = {}): Source {
  return { ref, ...extra, confidence: 'knowledge' };
}

export function derived(ref: string, extra: Extra = {}): Source {
  return { ref, ...extra, confidence: 'derived' };
}

/** A sample value of the portal, to be replaced by the department's decision. */
export function sample(note: Text, extra: Omit<Extra, 'note'> = {}): Source {
  return { ref: 'Giá trị mẫu của Cổng', ...extra, note, confidence: 'demo' };
}
