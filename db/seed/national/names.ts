import { type Draw, oneOf } from './draws';

const words = (text: string) => text.split(' ');
const list = (text: string) => text.split(', ');

const surnames = words(
  'Nguyễn Nguyễn Nguyễn Nguyễn Trần Trần Trần Lê Lê Phạm Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Đinh Đoàn Trương Lâm Mai Trịnh Đào Cao Hà Tạ Chu Lương Phùng Quách Tô Vương Thái Lưu Kiều Nông Giàng Điểu',
);
const middle = words(
  'Văn Thị Hữu Đức Minh Thanh Quốc Ngọc Thu Xuân Đình Công Hoài Kim Bích Anh Gia Bảo Tuấn Thùy Mỹ Như Phương Trọng Khánh Hồng Diệu Thành Quang Việt Hải Tấn Duy Nhật Tường Cẩm',
);
const given = words(
  'An Anh Bách Bảo Bình Châu Chi Chiến Cúc Cường Diễm Diệp Dũng Dương Duyên Đạt Đăng Điệp Đông Đức Giang Hà Hải Hạnh Hằng Hậu Hiền Hiếu Hoa Hòa Hoàng Hồng Huệ Hùng Hưng Hương Huyền Khải Khánh Khoa Kiên Lan Lâm Lệ Liên Linh Loan Long Lộc Ly Mai Mạnh Minh My Nam Nga Ngân Nghĩa Ngọc Nguyên Nhàn Nhi Nhung Oanh Phát Phong Phú Phúc Phương Quân Quang Quế Quyên Quỳnh Sơn Tâm Tân Thạch Thảo Thắng Thịnh Thoa Thơ Thu Thuận Thủy Thư Tiến Toàn Trang Trâm Trí Trinh Trung Tú Tuấn Tùng Tuyết Uyên Vân Việt Vinh Vũ Vy Xuân Yến',
);

/** Some 150,000 different names, the usual ones more often. */
export function personName(draw: Draw): string {
  const tail = draw() < 0.35 ? `${oneOf(draw, given)} ${oneOf(draw, given)}` : oneOf(draw, given);
  return `${oneOf(draw, surnames)} ${oneOf(draw, middle)} ${tail}`;
}

const companies = list(
  'Công ty TNHH Dược phẩm, Công ty Cổ phần Dược, Công ty Cổ phần Mỹ phẩm, Công ty TNHH Mỹ phẩm, Công ty TNHH Thiết bị y tế, Công ty Cổ phần Thiết bị y tế, Công ty Cổ phần Thực phẩm, Công ty TNHH Thực phẩm chức năng, Công ty TNHH Thương mại, Công ty TNHH Xuất nhập khẩu, Công ty Cổ phần Dược liệu, Hộ kinh doanh, Bệnh viện Đa khoa, Phòng khám Đa khoa, Trung tâm Y tế',
);
const firms = words(
  'An Bảo Bình Cát Châu Dân Duy Đại Đông Gia Hà Hải Hoa Hòa Hoàng Hồng Hùng Hưng Khang Khánh Kim Lâm Long Lộc Mai Minh Mỹ Nam Ngọc Nguyên Nhân Nhật Phú Phúc Phương Quang Quốc Sơn Tâm Tân Tây Thái Thanh Thành Thảo Thiên Thịnh Thuận Tín Toàn Trung Trường Tuệ Vạn Văn Việt Vĩnh Vượng Xuân',
);

export function organisationName(draw: Draw): string {
  const third = draw() < 0.5 ? ` ${oneOf(draw, firms)}` : '';
  return `${oneOf(draw, companies)} ${oneOf(draw, firms)} ${oneOf(draw, firms)}${third} (mẫu)`;
}

const provinces = list(
  'Hà Nội, Thành phố Hồ Chí Minh, Hải Phòng, Đà Nẵng, Cần Thơ, Huế, Nghệ An, Thanh Hóa, Đồng Nai, Lâm Đồng, Bắc Ninh, Hưng Yên, Phú Thọ, Thái Nguyên, Quảng Ninh, Lào Cai, Sơn La, Hà Tĩnh, Quảng Trị, Quảng Ngãi, Gia Lai, Đắk Lắk, Khánh Hòa, Tây Ninh, Vĩnh Long, Đồng Tháp, An Giang, Cà Mau',
);

export function addressName(draw: Draw): string {
  return `Số ${1 + Math.floor(draw() * 480)} đường ${oneOf(draw, firms)} ${oneOf(draw, given)}, ${oneOf(draw, provinces)}`;
}

const onsets = words('Al Be Cef Clo Da En Flu Ga Hep Ibu Ke Lo Mo Neo Ome Pa Ra Sul Ti Va Xa Ze');
const cores = words('ba ci do fe gli ka lo ma ni pro ri so ta vi xo ze');
const ends = words('cin col dol fen gyl lin mab mol nat pril rol sartan stat tin vir xim zol');
const brand = (draw: Draw) => `${oneOf(draw, onsets)}${oneOf(draw, cores)}${oneOf(draw, ends)}`;
const strength = (draw: Draw) =>
  `${oneOf(draw, words('5 10 20 40 50 80 100 150 200 250 300 400 500 650 850 1000'))} mg`;

const forms = list(
  'Viên nén, Viên nang, Viên sủi, Siro, Hỗn dịch, Thuốc tiêm, Thuốc mỡ, Thuốc nhỏ mắt, Cốm, Dung dịch uống',
);
const cosmetics = list(
  'Kem chống nắng, Kem dưỡng ẩm, Sữa rửa mặt, Nước hoa hồng, Serum, Mặt nạ, Son dưỡng, Dầu gội, Dầu xả, Sữa tắm, Kem nền, Phấn phủ, Nước tẩy trang, Kem đánh răng, Lăn khử mùi, Tinh dầu',
);
const foods = list(
  'Viên uống bổ sung canxi, Cốm vi chất, Trà thảo mộc, Viên uống bổ gan, Sữa hạt dinh dưỡng, Viên dầu cá, Nước yến, Bột ngũ cốc, Viên uống hỗ trợ xương khớp, Siro ăn ngon, Viên uống hỗ trợ giấc ngủ, Cao hồng sâm',
);
const blossoms = words(
  'Ban Cẩm Chi Cúc Dâu Diên Đào Hạ Hồng Huệ Lan Lê Liên Mai Mận Mộc Nhài Quế Quỳnh Sen Sứ Thạch Thảo Thiên Trà Trúc Tuyết Vân Vi Xuân Yên',
);
const devices = list(
  'Máy thở, Máy siêu âm, Máy theo dõi bệnh nhân, Bơm tiêm điện, Stent mạch vành, Máy chụp X quang, Máy xét nghiệm sinh hóa, Kính hiển vi phẫu thuật, Dao mổ điện, Máy gây mê, Khớp gối nhân tạo, Bộ xét nghiệm nhanh, Giường hồi sức, Máy lọc thận, Ống thông',
);
const techniques = list(
  'Nội soi can thiệp, Ghép giác mạc, Xạ phẫu định vị, Phẫu thuật rô bốt, Can thiệp mạch, Ghép tế bào gốc, Tạo nhịp tim, Thay van tim qua da',
);
const parts = list(
  'ống mật, đại tràng, gan, thận, não, tim, phổi, cột sống, khớp háng, mạch vành, tụy, dạ dày',
);
const series = (draw: Draw) =>
  `${oneOf(draw, words('A B C D E G H K M N P S T V X'))}${10 + Math.floor(draw() * 990)}`;

/** What a dossier is about, by the field that names it. */
export const thingNames: Record<string, (draw: Draw) => string> = {
  product_name: (draw) =>
    `${oneOf(draw, draw() < 0.6 ? cosmetics : foods)} ${oneOf(draw, blossoms)} ${oneOf(draw, firms)} ${series(draw)}`,
  drug_name: (draw) => `${oneOf(draw, forms)} ${brand(draw)} ${strength(draw)}`,
  device_name: (draw) => `${oneOf(draw, devices)} ${oneOf(draw, firms)} ${series(draw)}`,
  preparation_name: (draw) =>
    `Chế phẩm diệt khuẩn ${oneOf(draw, blossoms)} ${oneOf(draw, firms)} ${series(draw)}`,
  technique_name: (draw) => `${oneOf(draw, techniques)} ${oneOf(draw, parts)} (${series(draw)})`,
  laboratory_name: (draw) => `Phòng xét nghiệm ${oneOf(draw, firms)} ${oneOf(draw, given)}`,
  site_name: (draw) => `Cơ sở thực hành ${oneOf(draw, firms)} ${oneOf(draw, given)}`,
  facility_name: organisationName,
  patient_name: personName,
  child_name: personName,
  full_name: personName,
};
