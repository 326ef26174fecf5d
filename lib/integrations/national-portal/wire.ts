/**
 * The partner's own words: service names, field names and codes as seen in public interface guides (generation 1
 * message, generation 2 number service). Dates travel as yyyyMMddHHmmss in Viet Nam's time.
 */
import { z } from 'zod';
import type { Port } from '@/lib/integrations/exchange';
import type { NationalPortal, SharedDossier, SharedProgress } from '@/lib/integrations/national-portal/port';
import { isoOf } from '@/lib/kernel/calendar';

const Stamp = z.string().regex(/^\d{14}$/);
const Flag = z.enum(['0', '1']);

const Envelope = z.strictObject({ madonvi: z.string(), service: z.string() });
const Ok = z.object({ error_code: z.literal('0'), message_id: z.string() });

const HoSo = z.strictObject({
  MaHoSo: z.string(),
  MaTTHC: z.string(),
  TenTTHC: z.string(),
  KenhThucHien: z.enum(['1', '2', '3']),
  ChuHoSo: z.string(),
  /** Generation 1 counts from 1, generation 2 from 0: never send the number without this table. */
  LoaiDoiTuong: z.enum(['1', '2', '3']),
  Email: z.string(),
  SoDienThoai: z.string(),
  TrichYeuHoSo: z.string(),
  NgayNopHoSo: Stamp,
  NgayTiepNhan: Stamp.or(z.literal('')),
  NgayHenTra: Stamp.or(z.literal('')),
  TrangThaiHoSo: z.string(),
  NgayTra: Stamp.or(z.literal('')),
  NgayKetThucXuLy: Stamp.or(z.literal('')),
  NgayTuChoi: Stamp.or(z.literal('')),
  DonViXuLy: z.string(),
  HoSoCoThanhPhanSoHoa: Flag,
  TaiKhoanDuocXacThucVoiVNeID: Flag,
  DuocThanhToanTrucTuyen: z.enum(['0', '1', '2']),
  DinhDanhCHS: z.strictObject({ LoaiDinhDanh: z.enum(['CCCD', 'MST']), SoDinhDanh: z.string() }),
  TaiLieuNop: z.array(
    z.strictObject({
      MaThanhPhanHoSo: z.string(),
      TenTepDinhKem: z.string(),
      DuongDanTaiTepTin: z.string(),
      DuocSoHoa: Flag,
      DuocTaiSuDung: Flag,
      DuocLayTuKhoDMQG: Flag,
    }),
  ),
  DanhSachLePhi: z.array(
    z.strictObject({
      TenPhiLePhi: z.string(),
      MaPhiLePhi: z.string(),
      HinhThucThu: z.enum(['1', '2', '4']),
      Gia: z.number(),
    }),
  ),
  DanhSachHoSoBoSung: z.array(
    z.strictObject({
      HoSoBoSungId: z.string(),
      NguoiYeuCauBoSung: z.string(),
      NoiDungBoSung: z.string(),
      NgayBoSung: Stamp,
      NgayTiepNhanBoSung: Stamp.or(z.literal('')),
    }),
  ),
  DanhSachGiayToKetQua: z.array(
    z.strictObject({ TenGiayTo: z.string(), MaGiayToKetQua: z.string(), DuongDanTepTinKetQua: z.string() }),
  ),
});

type HoSo = z.infer<typeof HoSo>;

const TienDo = z.strictObject({
  MaHoSo: z.string(),
  NguoiXuLy: z.string(),
  ChucDanh: z.string(),
  ThoiDiemXuLy: Stamp,
  PhongBanXuLy: z.string(),
  NoiDungXuLy: z.string(),
  TrangThai: z.string(),
  NgayBatDau: Stamp,
  NgayKetThucTheoQuyDinh: Stamp.or(z.literal('')),
});

export const nationalPortalWire = {
  LayMaHoSo: {
    input: Envelope.extend({ maDonViTiepNhan: z.string(), ngay: z.string().regex(/^\d{8}$/) }),
    output: Ok.extend({ MaHoSo: z.string() }),
  },
  DongBoHoSoMC: { input: Envelope.extend({ data: z.array(HoSo).min(1) }), output: Ok },
  CapNhatTienDoHoSoMC: { input: Envelope.extend({ data: z.array(TienDo).min(1) }), output: Ok },
  TraCuuHoSo: {
    input: Envelope.extend({ mahoso: z.string() }),
    output: Ok.extend({ MaHoSo: z.string(), TrangThaiHoSo: z.string(), NgayCapNhat: Stamp }),
  },
};
export type NationalPortalWire = Port<typeof nationalPortalWire>;

/** Identifier of the Ministry of Health among State bodies. */
const AGENCY = '000.00.00.G18';

const channels = { counter: '1', online: '2', post: '3' } as const;
const applicantKinds = { citizen: '1', business: '2', household_business: '3' } as const;
const feeMoments = { receipt: '1', supplement: '2', return: '4' } as const;
const payments = { none: '0', national_portal: '1', agency_gateway: '2' } as const;

const flag = (yes: boolean) => (yes ? '1' : '0');
const digits = (at: string) => isoOf(new Date(at)).replace(/\D/g, '').slice(0, 14);
const stamp = (at: string | null) => (at === null ? '' : digits(at));
const envelope = (service: keyof typeof nationalPortalWire) => ({ madonvi: AGENCY, service });

function instantOf(text: string): string {
  return text.replace(/^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1-$2-$3T$4:$5:$6+07:00');
}

export function hoSoOf(dossier: SharedDossier): HoSo {
  const { applicant, components } = dossier;
  return {
    MaHoSo: dossier.code,
    MaTTHC: dossier.procedureCode,
    TenTTHC: dossier.procedureName,
    KenhThucHien: channels[dossier.channel],
    ChuHoSo: applicant.name,
    LoaiDoiTuong: applicantKinds[applicant.kind],
    Email: applicant.email ?? '',
    SoDienThoai: applicant.phone ?? '',
    TrichYeuHoSo: dossier.summary,
    NgayNopHoSo: digits(dossier.submittedAt),
    NgayTiepNhan: stamp(dossier.receivedAt),
    NgayHenTra: stamp(dossier.dueAt),
    TrangThaiHoSo: String(dossier.publicStatus),
    NgayTra: stamp(dossier.returnedAt),
    NgayKetThucXuLy: stamp(dossier.finishedAt),
    NgayTuChoi: stamp(dossier.rejectedAt),
    DonViXuLy: dossier.unit,
    HoSoCoThanhPhanSoHoa: flag(components.some(({ digitised }) => digitised)),
    TaiKhoanDuocXacThucVoiVNeID: flag(applicant.verifiedByVneid),
    DuocThanhToanTrucTuyen: payments[dossier.onlinePayment],
    DinhDanhCHS: {
      LoaiDinhDanh: applicant.kind === 'citizen' ? 'CCCD' : 'MST',
      SoDinhDanh: applicant.idNumber,
    },
    ...listsOf(dossier),
  };
}

type Lists = Pick<HoSo, 'TaiLieuNop' | 'DanhSachLePhi' | 'DanhSachHoSoBoSung' | 'DanhSachGiayToKetQua'>;

function listsOf({ components, fees, supplements, results }: SharedDossier): Lists {
  return {
    TaiLieuNop: components.map((component) => ({
      MaThanhPhanHoSo: component.code,
      TenTepDinhKem: component.fileName,
      DuongDanTaiTepTin: component.url,
      DuocSoHoa: flag(component.digitised),
      DuocTaiSuDung: flag(component.reused),
      DuocLayTuKhoDMQG: flag(component.fromNationalStore),
    })),
    DanhSachLePhi: fees.map(({ code, name, amount, moment }) => ({
      TenPhiLePhi: name,
      MaPhiLePhi: code,
      HinhThucThu: feeMoments[moment],
      Gia: amount,
    })),
    DanhSachHoSoBoSung: supplements.map((round) => ({
      HoSoBoSungId: round.id,
      NguoiYeuCauBoSung: round.askedBy,
      NoiDungBoSung: round.content,
      NgayBoSung: digits(round.askedAt),
      NgayTiepNhanBoSung: stamp(round.completedAt),
    })),
    DanhSachGiayToKetQua: results.map(({ code, name, url }) => ({
      TenGiayTo: name,
      MaGiayToKetQua: code,
      DuongDanTepTinKetQua: url,
    })),
  };
}

function tienDoOf(progress: SharedProgress): z.infer<typeof TienDo> {
  return {
    MaHoSo: progress.code,
    NguoiXuLy: progress.officer,
    ChucDanh: progress.position,
    ThoiDiemXuLy: digits(progress.at),
    PhongBanXuLy: progress.unit,
    NoiDungXuLy: progress.content,
    TrangThai: String(progress.publicStatus),
    NgayBatDau: digits(progress.startedAt),
    NgayKetThucTheoQuyDinh: stamp(progress.deadline),
  };
}

/** Our port spoken in the partner's words. */
export function nationalPortalOf(wire: NationalPortalWire): NationalPortal {
  return {
    async nextCode({ agency, date }, options) {
      const question = { ...envelope('LayMaHoSo'), maDonViTiepNhan: agency, ngay: date.replaceAll('-', '') };
      return { code: (await wire.LayMaHoSo(question, options)).MaHoSo };
    },
    async pushDossier(dossier, options) {
      const message = { ...envelope('DongBoHoSoMC'), data: [hoSoOf(dossier)] };
      return { messageId: (await wire.DongBoHoSoMC(message, options)).message_id };
    },
    async pushProgress(progress, options) {
      const message = { ...envelope('CapNhatTienDoHoSoMC'), data: [tienDoOf(progress)] };
      return { messageId: (await wire.CapNhatTienDoHoSoMC(message, options)).message_id };
    },
    async lookup({ code }, options) {
      const answer = await wire.TraCuuHoSo({ ...envelope('TraCuuHoSo'), mahoso: code }, options);
      const updatedAt = instantOf(answer.NgayCapNhat);
      return { code: answer.MaHoSo, publicStatus: Number(answer.TrangThaiHoSo), updatedAt };
    },
  };
}
