import type { SectionInput } from './pages/draft';

/** The form of a cosmetics notification as a person fills it, section by section. */
export function sectionsFor(product: string, freeSale: 'attached' | 'exempt'): readonly SectionInput[] {
  return [organisation, productSection(product), manufacture, documents[freeSale], ingredients, importer];
}

export const organisation: SectionInput = {
  title: 'Tổ chức, cá nhân chịu trách nhiệm',
  text: { 'Điện thoại liên hệ': '0912 345 678' },
};

const productSection = (product: string): SectionInput => ({
  title: 'Sản phẩm',
  text: { 'Nhãn hàng': 'An Phúc', 'Tên sản phẩm': product, 'Mục đích sử dụng': 'Dưỡng ẩm cho da mặt' },
  ticks: ['Mặt nạ'],
  choices: [['Dạng trình bày', 'Dạng đơn lẻ']],
});

export const manufacture: SectionInput = {
  title: 'Nhà sản xuất và chủ sở hữu',
  selects: { 'Nước sản xuất': 'KR' },
  choices: [['Có cơ sở đóng gói khác', 'Không']],
  text: {
    'Tên nhà sản xuất': 'Hanbit Cosmetics Co., Ltd.',
    'Địa chỉ nhà sản xuất': '12 Sample-ro, Seoul',
    'Chủ sở hữu sản phẩm': 'Hanbit Cosmetics Co., Ltd.',
    'Địa chỉ chủ sở hữu': '12 Sample-ro, Seoul',
  },
};

const authorisation = {
  'Số giấy ủy quyền': 'LOA-2024-01',
  'Ngày ký giấy ủy quyền': '15/01/2024',
  'Ngày hết hạn ủy quyền': '31/12/2099',
};

const documents = {
  attached: {
    title: 'Ủy quyền và lưu hành tự do',
    choices: [['Giấy chứng nhận lưu hành tự do (CFS)', 'Có nộp CFS']],
    text: { ...authorisation, 'Số CFS': 'CFS-88', 'Ngày cấp CFS': '20/01/2024' },
    selects: { 'Nước cấp CFS': 'KR' },
  },
  exempt: {
    title: 'Ủy quyền và lưu hành tự do',
    choices: [['Giấy chứng nhận lưu hành tự do (CFS)', 'Thuộc trường hợp được miễn']],
    text: { ...authorisation, 'Căn cứ được miễn CFS': 'Sản phẩm sản xuất tại nước thành viên CPTPP' },
  },
} as const satisfies Record<string, SectionInput>;

/** Two rows, the share with the decimal comma Vietnamese writes. */
const ingredients: SectionInput = {
  title: 'Công thức',
  rows: [
    { 'Tên INCI': 'Aqua', 'Tỷ lệ (%)': '82,5' },
    { 'Tên INCI': 'Glycerin', 'Tỷ lệ (%)': '5' },
  ],
};

const importer: SectionInput = {
  title: 'Nhập khẩu',
  choices: [['Đơn vị công bố trực tiếp nhập khẩu', 'Có']],
};
