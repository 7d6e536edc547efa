// Staff: the people of the company who use Sidestage.
import type { Role } from '@sidestage/domain';
import { statement, textOrNull } from '../../db/statement.ts';

export interface Address {
  readonly channel: string;
  readonly handle: string;
}
export interface StaffRow {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly function: string | null;
  readonly zone: string;
  readonly locale: string;
  readonly addresses: readonly Address[];
  readonly active: boolean;
  readonly version: number;
  readonly createdAt: number;
}

const COLUMNS = 'id, name, role, function, zone, locale, addresses, active, version, created_at';
const decode = (r: readonly unknown[]): StaffRow => ({
  id: String(r[0]),
  name: String(r[1]),
  role: r[2] as Role,
  function: textOrNull(r[3]),
  zone: String(r[4]),
  locale: String(r[5]),
  addresses: JSON.parse(String(r[6])),
  active: r[7] === 1,
  version: Number(r[8]),
  createdAt: Number(r[9]),
});

export const staffById = (id: string) => statement(`select ${COLUMNS} from staff where id = ?`, [id], decode);
export const allStaff = statement(`select ${COLUMNS} from staff order by active desc, name, id`, [], decode);

/** Ids of everybody there ever was: who left may still own people. */
export const everyStaffId = statement('select id from staff', [], (r) => String(r[0]));

export const saveStaff = (row: StaffRow, now: number) =>
  statement(
    `insert into staff (id, name, role, function, zone, locale, addresses, active, version, created_at, updated_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
     on conflict (id) do update set name = excluded.name, role = excluded.role, function = excluded.function, zone = excluded.zone, locale = excluded.locale, addresses = excluded.addresses, active = excluded.active, version = excluded.version, updated_at = excluded.updated_at`,
    [
      row.id,
      row.name,
      row.role,
      row.function,
      row.zone,
      row.locale,
      JSON.stringify(row.addresses),
      row.active ? 1 : 0,
      row.version,
      row.createdAt,
      now,
    ],
  );
